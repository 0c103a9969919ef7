using CmeOrleans.Domain.Support;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Support;
using CmeOrleans.Grains.Mail;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Support;

/// <inheritdoc cref="ISupportDeskGrain"/>
[StatelessWorker]
public sealed class SupportDeskGrain(ISupportStore store, IPersonalDataKeyring keyring, MailBell bell, IOptions<SupportOptions> options)
    : Grain, ISupportDeskGrain
{
    private readonly TimeZoneInfo _centralTime = TimeZoneInfo.FindSystemTimeZoneById(SupportHours.TimeZoneId);

    public async Task<Answer<SupportReceipt>> SubmitAsync(SupportRequest request)
    {
        // A browser ends lines in its own way; the same text is the same request.
        request = request with { Message = request.Message.ReplaceLineEndings("\n").Trim() };
        var checks = SupportRules.Check(request);
        if (checks.AreBroken)
        {
            return Answers.Invalid<SupportReceipt>(checks.ToLines());
        }

        // Asked first, since a store may use up a number for a key that it then finds taken.
        var requestKey = SupportSeal.KeyOf(request.Scope, request.Key);
        if (await store.FindAsync(requestKey, CancellationToken.None) is { } earlier)
        {
            return AnswerAgain(earlier, request);
        }

        if (await store.AddAsync(SupportSeal.Seal(keyring, request), MailTo(options.Value.Address, request)) is { } kept)
        {
            bell.Ring();
            return Answers.Done(ReceiptOf(kept));
        }

        return AnswerAgain((await store.FindAsync(requestKey, CancellationToken.None))!, request);
    }

    public async Task<SupportReceipt?> FindAsync(string scope, string key) =>
        await store.FindAsync(SupportSeal.KeyOf(scope, key), CancellationToken.None) is { } kept ? ReceiptOf(kept) : null;

    public async Task<SupportRequestPage> ListAsync(long afterNumber, int limit)
    {
        var page = await store.ListAsync(afterNumber, limit + 1, CancellationToken.None);
        return new()
        {
            Items = [.. page.Take(limit).Select(ToView)],
            NextAfterNumber = page.Length > limit ? page[limit - 1].Number : null,
        };
    }

    public async Task<SupportRequestView?> GetAsync(string number) =>
        SupportNumber.TryParse(number, out var wanted)
        && await store.ListAsync(wanted - 1, 1, CancellationToken.None) is [var kept] && kept.Number == wanted
            ? ToView(kept)
            : null;

    private Func<KeptSupportRequest, StoredMail>? MailTo(string? officeAddress, SupportRequest request) => officeAddress is null
        ? null
        : kept => MailSeal.Seal(keyring, SupportLetter.Write(officeAddress, request, ReceiptOf(kept)));

    private Answer<SupportReceipt> AnswerAgain(KeptSupportRequest earlier, SupportRequest request) =>
        SupportSeal.Open(keyring, earlier.Request) == request
            ? Answers.Repeated(ReceiptOf(earlier))
            : new() { Outcome = Outcome.KeyReused };

    private SupportRequestView ToView(KeptSupportRequest kept) => new()
    {
        Receipt = ReceiptOf(kept),
        Request = SupportSeal.Open(keyring, kept.Request),
    };

    private SupportReceipt ReceiptOf(KeptSupportRequest kept)
    {
        var answeredOn = SupportHours.AnsweredOn(kept.ReceivedAt, _centralTime);
        return new()
        {
            Number = SupportNumber.Format(kept.Number),
            ReceivedAt = kept.ReceivedAt,
            AnsweredOn = answeredOn,
            AnsweredBy = SupportHours.CloseOf(answeredOn, _centralTime),
        };
    }
}
