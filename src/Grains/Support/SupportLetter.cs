using System.Globalization;
using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.Grains.Interfaces.Support;

namespace CmeOrleans.Grains.Support;

/// <summary>The mail by which the office learns of a request.</summary>
internal static class SupportLetter
{
    private const string DayFormat = "dddd, MMMM d, yyyy";

    public static OutgoingMail Write(string officeAddress, SupportRequest request, SupportReceipt receipt) => new()
    {
        Key = $"support/{receipt.Number}",
        ToAddress = officeAddress,
        Subject = $"{receipt.Number}: {SupportRules.Topics[request.Topic]}",
        ReplyToAddress = request.Email,
        Body = $"""
            Request {receipt.Number}
            To be answered by {receipt.AnsweredOn.ToString(DayFormat, CultureInfo.InvariantCulture)}, 5 PM Central Time

            From: {request.Name} <{request.Email}>
            Learner: {request.LearnerId ?? "not signed in"}
            Topic: {SupportRules.Topics[request.Topic]}
            Received: {receipt.ReceivedAt.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}

            {request.Message}

            """,
    };
}
