using System.Text;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Tests.Contracts;

/// <summary>What the outbox promises, whatever the database. Each test leaves nothing that is due, so that none meets another's mails.</summary>
public abstract class MailContract(StoreFixture fixture)
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private IMailStore Mails => fixture.Store.Mails;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_stored_once_and_given_to_one_caller()
    {
        Assert.True(await Mails.AddAsync(Mail("once", "first")));
        Assert.False(await Mails.AddAsync(Mail("once", "second")));

        var leased = Assert.Single(await Mails.LeaseAsync(10, Long));

        Assert.Equal("once", leased.Mail.Key);
        Assert.Equal(1, leased.Attempt);
        Assert.Equal("first", Encoding.UTF8.GetString(leased.Mail.Sealed.Span));
        Assert.Equal([7], leased.Mail.WrappedKey.ToArray());
        Assert.Empty(await Mails.LeaseAsync(10, Long));
        await Mails.FinishAsync("once", 1, MailEnd.Delivered);
        Assert.False(await Mails.AddAsync(Mail("once", "third")));
        Assert.Empty(await Mails.LeaseAsync(10, Long));
    }

    [Fact]
    public async Task Many_takers_at_once_get_each_mail_once()
    {
        var keys = Enumerable.Range(0, 60).Select(number => $"shared-{number:00}").ToArray();
        await Task.WhenAll(keys.Select(key => Mails.AddAsync(Mail(key))));

        var taken = new List<LeasedMail>();
        for (var round = 0; round < keys.Length && taken.Count < keys.Length; round++)
        {
            var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Mails.LeaseAsync(3, Long)));
            taken.AddRange(leases.SelectMany(lease => lease));
        }

        Assert.Equal(keys, taken.Select(mail => mail.Mail.Key).Order(StringComparer.Ordinal));
        await FinishAsync(taken);
    }

    [Fact]
    public async Task A_lease_that_is_over_goes_to_the_next_and_the_first_can_no_longer_end_the_mail()
    {
        await Mails.AddAsync(Mail("abandoned"));
        Assert.Equal(1, Assert.Single(await Mails.LeaseAsync(10, TimeSpan.Zero)).Attempt);

        var second = Assert.Single(await Mails.LeaseAsync(10, TimeSpan.Zero));
        await Mails.FinishAsync("abandoned", 1, MailEnd.Delivered);
        await Mails.PostponeAsync("abandoned", 1, Long);
        var third = Assert.Single(await Mails.LeaseAsync(10, Long));

        Assert.Equal((2, 3), (second.Attempt, third.Attempt));
        await FinishAsync([third]);
    }

    [Fact]
    public async Task A_postponed_mail_is_due_after_its_delay()
    {
        await Mails.AddAsync(Mail("postponed"));
        await Mails.LeaseAsync(10, Long);

        await Mails.PostponeAsync("postponed", 1, Long);
        Assert.Empty(await Mails.LeaseAsync(10, Long));

        await Mails.PostponeAsync("postponed", 1, TimeSpan.Zero);
        await FinishAsync(await Mails.LeaseAsync(10, Long));
    }

    [Fact]
    public async Task What_ended_is_counted_and_then_forgotten()
    {
        var before = await Mails.ReadFiguresAsync(Cancellation);
        foreach (var key in (string[])["counted-1", "counted-2", "counted-3"])
        {
            await Mails.AddAsync(Mail(key));
        }

        var waiting = await Mails.ReadFiguresAsync(Cancellation);
        Assert.Equal(before.WaitingCount + 3, waiting.WaitingCount);
        Assert.InRange(waiting.OldestWaitingSince!.Value, TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow().AddMinutes(1));

        await Mails.LeaseAsync(10, Long);
        await Mails.FinishAsync("counted-1", 1, MailEnd.Delivered);
        await Mails.FinishAsync("counted-2", 1, MailEnd.GivenUp);
        var after = await Mails.ReadFiguresAsync(Cancellation);
        Assert.Equal(
            (before.WaitingCount + 1, before.DeliveredCount + 1, before.GivenUpCount + 1),
            (after.WaitingCount, after.DeliveredCount, after.GivenUpCount));

        Assert.Equal(0, await Mails.ForgetEndedAsync(Long, 10));
        Assert.Equal(1, await Mails.ForgetEndedAsync(-Long, 1));
        while (await Mails.ForgetEndedAsync(-Long, 10) > 0)
        {
            // Others of this class are forgotten too.
        }

        Assert.True(await Mails.AddAsync(Mail("counted-1")));
        Assert.False(await Mails.AddAsync(Mail("counted-3")));
        await FinishAsync([.. await Mails.LeaseAsync(10, Long), new(Mail("counted-3"), 1)]);
    }

    private async Task FinishAsync(IEnumerable<LeasedMail> mails)
    {
        foreach (var mail in mails)
        {
            await Mails.FinishAsync(mail.Mail.Key, mail.Attempt, MailEnd.Delivered);
        }
    }

    private static StoredMail Mail(string key, string text = "sealed") => new(key, new byte[] { 7 }, Encoding.UTF8.GetBytes(text));
}
