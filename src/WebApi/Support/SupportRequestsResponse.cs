using CmeOrleans.Grains.Interfaces.Support;

namespace CmeOrleans.WebApi.Support;

/// <summary>A page of requests for help.</summary>
internal sealed record SupportRequestsResponse(IReadOnlyList<SupportRequestResponse> Items, string? NextCursor);

/// <summary>A request for help was taken in; answeredBy is when the office closes on the day of the promise.</summary>
internal sealed record SupportReceiptResponse(string Number, DateTimeOffset ReceivedAt, DateOnly AnsweredOn, DateTimeOffset AnsweredBy)
{
    public static SupportReceiptResponse From(SupportReceipt receipt) =>
        new(receipt.Number, receipt.ReceivedAt, receipt.AnsweredOn, receipt.AnsweredBy);
}

/// <summary>A request for help, with who asks.</summary>
internal sealed record SupportRequestResponse(
    string Number,
    DateTimeOffset ReceivedAt,
    DateOnly AnsweredOn,
    DateTimeOffset AnsweredBy,
    string Name,
    string Email,
    string Topic,
    string Message,
    string? LearnerId)
{
    public static SupportRequestResponse From(SupportRequestView view) => new(
        view.Receipt.Number,
        view.Receipt.ReceivedAt,
        view.Receipt.AnsweredOn,
        view.Receipt.AnsweredBy,
        view.Request.Name,
        view.Request.Email,
        view.Request.Topic,
        view.Request.Message,
        view.Request.LearnerId);
}
