using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>The stored form of <see cref="Earned"/>.</summary>
internal static class EarnedForm
{
    public static void Write(EventWriter writer, Earned earned)
    {
        writer.Write("earningId"u8, earned.EarningId);
        writer.Write("courseId"u8, earned.CourseId);
        writer.Write("courseVersion"u8, earned.CourseVersion);
        writer.Write("courseTitle"u8, earned.CourseTitle);
        writer.Write("providerId"u8, earned.ProviderId);
        writer.Write("topicId"u8, earned.TopicId);
        writer.Write("topicTitle"u8, earned.TopicTitle);
        writer.Write("completedAt"u8, earned.CompletedAt);
        writer.Write("completedOn"u8, earned.CompletedOn);
        writer.WriteOptional("score"u8, earned.Score);
        writer.Write("credits"u8, earned.Credits, static (item, credit) =>
        {
            item.BeginObject();
            item.Write("creditId"u8, credit.CreditId);
            item.Write("creditType"u8, credit.CreditType);
            item.Write("hundredths"u8, credit.Hundredths);
            item.Write("claimBy"u8, credit.ClaimBy);
            item.Write("claimableUntil"u8, credit.ClaimableUntil);
            item.WriteOptional("exclusiveGroup"u8, credit.ExclusiveGroup);
            item.EndObject();
        });
        writer.Write("expired"u8, earned.Expired);
    }

    // The initializers run in the order of the text, which is that of the stored form.
    public static Earned Read(ref EventReader reader) => new()
    {
        EarningId = reader.ReadId<EarningId>("earningId"u8),
        CourseId = reader.ReadText("courseId"u8),
        CourseVersion = reader.ReadInt("courseVersion"u8),
        CourseTitle = reader.ReadText("courseTitle"u8),
        ProviderId = reader.ReadText("providerId"u8),
        TopicId = reader.ReadText("topicId"u8),
        TopicTitle = reader.ReadText("topicTitle"u8),
        CompletedAt = reader.ReadInstant("completedAt"u8),
        CompletedOn = reader.ReadDate("completedOn"u8),
        Score = reader.ReadOptionalDecimal("score"u8),
        Credits = reader.ReadList("credits"u8, ReadCredit),
        Expired = reader.ReadMovements("expired"u8),
    };

    private static EarnedCredit ReadCredit(ref EventReader reader)
    {
        reader.BeginObject();
        var credit = new EarnedCredit
        {
            CreditId = reader.ReadId<CreditId>("creditId"u8),
            CreditType = reader.ReadText("creditType"u8),
            Hundredths = reader.ReadAmount("hundredths"u8),
            ClaimBy = reader.ReadDate("claimBy"u8),
            ClaimableUntil = reader.ReadInstant("claimableUntil"u8),
            ExclusiveGroup = reader.ReadOptionalText("exclusiveGroup"u8),
        };
        reader.EndObject();
        return credit;
    }
}
