using System.Globalization;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Licences;

/// <summary>Licences and their progress in words.</summary>
internal static class LicenceTexts
{
    private const int SoonDays = 90;

    /// <summary>What a licence is called: where it holds, or the id of a requirement that is no longer known.</summary>
    public static string NameOf(LicenceProgress progress) => progress.Requirement?.Jurisdiction ?? progress.Licence.RequirementId;

    /// <summary>Such as <c>98 days left</c>.</summary>
    public static string DaysLeft(LicenceProgress progress) => progress.DaysLeft switch
    {
        < 0 => "Ended",
        0 => "Ends today",
        var days => $"{PageTexts.Count(days, "day", "days")} left",
    };

    /// <summary>The style of the chip that says so: it stands out while there is something to do and little time, or none.</summary>
    public static string? UrgencyOf(LicenceProgress progress) => progress switch
    {
        { DaysLeft: < 0 } => "warn",
        { DaysLeft: < SoonDays } when progress.Buckets.Any(bucket => bucket.MissingHundredths > 0) => "warn",
        _ => null,
    };

    /// <summary>The cycle, or its last day where its length is not known.</summary>
    public static string PeriodOf(LicenceProgress progress) => progress.CycleFrom is { } from
        ? $"{PageTexts.Date(from)} to {PageTexts.Date(progress.Licence.CycleEndsOn)}"
        : PageTexts.Date(progress.Licence.CycleEndsOn);

    /// <summary>The minimum of a bucket with its unit, such as <c>60 hours</c> or <c>4.50 credits</c>.</summary>
    public static string MinimumOf(RequirementBucketView bucket)
    {
        var amount = bucket.MinimumHundredths % 100 == 0
            ? (bucket.MinimumHundredths / 100).ToString(CultureInfo.InvariantCulture)
            : PageTexts.Amount(bucket.MinimumHundredths);
        return $"{amount} {Units(bucket.Unit)}";
    }

    /// <summary>What is missing of a bucket, and what claiming would add to it.</summary>
    public static string RestOf(BucketProgressView bucket) => (bucket.MissingHundredths, bucket.ClaimableHundredths) switch
    {
        (0, 0) => "Met.",
        (0, var more) => $"Met. Claiming would add {PageTexts.Amount(more)}.",
        (var missing, 0) => $"{PageTexts.Amount(missing)} missing.",
        (var missing, var more) => $"{PageTexts.Amount(missing)} missing; claiming would add {PageTexts.Amount(more)}.",
    };

    /// <summary>Why a credit does not count, as one sentence.</summary>
    public static string ReasonOf(ProgressCreditView credit, LicenceProgress progress) => credit.Standing switch
    {
        "beforeCycle" => $"Completed before the cycle, which is {PeriodOf(progress)}.",
        "afterCycle" => $"Completed after the cycle, which was {PeriodOf(progress)}.",
        "typeNotCounted" => "Credit of this type is not counted for this licence.",
        "attendanceOnly" => "It certifies attendance; no credit was awarded.",
        "countedAsOtherType" => "The same topic counts already, as credit of another type.",

        // Of a newer node: its own word is better than none.
        var word => word,
    };

    /// <summary>The names of the buckets in which a credit counts.</summary>
    public static string BucketsOf(ProgressCreditView credit, LicenceProgress progress) =>
        string.Join(", ", progress.Buckets.Where(bucket => credit.BucketIds.Contains(bucket.Bucket.BucketId)).Select(bucket => bucket.Bucket.Name));

    /// <summary>The unit after an amount that is not exactly one.</summary>
    private static string Units(string unit) => unit switch
    {
        "hour" => "hours",
        "contactHour" => "contact hours",
        "point" => "points",
        _ => "credits",
    };
}
