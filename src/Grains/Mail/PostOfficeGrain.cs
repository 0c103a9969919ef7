using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.Grains.Ports;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Mail;

/// <inheritdoc cref="IPostOfficeGrain"/>
[StatelessWorker]
public sealed class PostOfficeGrain(IMailStore store, IPersonalDataKeyring keyring, MailBell bell, OutboxWatch watch) : Grain, IPostOfficeGrain
{
    // So many wait only when nothing has been delivered for long; then more of them help nobody.
    private const long WaitingMax = 100_000;

    public async Task PostAsync(OutgoingMail mail)
    {
        MailRules.Require(mail);
        if (watch.Latest?.WaitingCount >= WaitingMax)
        {
            throw new LimitExceededException("The outbox is full.");
        }

        if (await store.AddAsync(MailSeal.Seal(keyring, mail)))
        {
            bell.Ring();
        }
    }

    public async Task<OutboxFigures> GetFiguresAsync()
    {
        var figures = await store.ReadFiguresAsync(CancellationToken.None);
        return new()
        {
            WaitingCount = figures.WaitingCount,
            OldestWaitingSince = figures.OldestWaitingSince,
            GivenUpCount = figures.GivenUpCount,
            DeliveredCount = figures.DeliveredCount,
        };
    }
}
