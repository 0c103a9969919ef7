using System.Collections.Immutable;
using System.Text;
using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.Grains.Mail;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Grains.Tests;

/// <summary>
/// The outbox from the grain to the transport. Goal: what was taken in arrives, once where nothing goes wrong and at least
/// once where something does. Method: the real grain and store, a transport that fails on cue, and a clock put forward.
/// </summary>
public sealed class MailTests
{
    private const int AttemptsMax = 4;

    private static readonly TimeSpan Later = TimeSpan.FromHours(2);

    private readonly TestTransport _transport = new();

    [Fact]
    public async Task What_is_posted_is_delivered_once_and_forgotten()
    {
        await using var node = await LedgerNode.StartAsync();
        await PostAsync(node, Mail("welcome"));
        await PostAsync(node, Mail("welcome") with { Subject = "Another text under the same key" });
        var carrier = Carrier(node);

        Assert.Equal(1, await carrier.DeliverDueAsync());
        node.Time.Advance(Later);
        Assert.Equal(0, await carrier.DeliverDueAsync());

        Assert.Equal(Mail("welcome"), Assert.Single(_transport.Sent));
        var figures = await PostOffice(node).GetFiguresAsync();
        Assert.Equal((0, 0, 1), (figures.WaitingCount, figures.GivenUpCount, figures.DeliveredCount));
    }

    [Fact]
    public async Task What_waits_is_sealed()
    {
        await using var node = await LedgerNode.StartAsync();
        await PostAsync(node, Mail("secret"));

        var stored = Assert.Single(await node.Service<IMailStore>().LeaseAsync(1, Later)).Mail;

        foreach (var word in (string[])["ana", "Größe", "example.org", "Ruiz"])
        {
            Assert.False(stored.Sealed.Span.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0, word);
        }
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_and_given_up_after_the_last_attempt()
    {
        await using var node = await LedgerNode.StartAsync();
        _transport.Fault = static _ => new MailNotSentException("busy", isFinal: false);
        await PostAsync(node, Mail("stubborn"));
        var carrier = Carrier(node);

        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            Assert.Equal(1, await carrier.DeliverDueAsync());
            Assert.Equal(0, await carrier.DeliverDueAsync());
            node.Time.Advance(Later);
        }

        Assert.Equal(0, await carrier.DeliverDueAsync());
        var figures = await PostOffice(node).GetFiguresAsync();
        Assert.Equal((0, 1), (figures.WaitingCount, figures.GivenUpCount));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_sent_keeps_no_other_waiting()
    {
        await using var node = await LedgerNode.StartAsync();
        _transport.Fault = static mail => mail.Key switch
        {
            "refused" => new MailNotSentException("no such mailbox", isFinal: true),
            "poison" => new FormatException("A text that holds an address."),
            _ => null,
        };
        foreach (var key in (string[])["refused", "poison", "good"])
        {
            await PostAsync(node, Mail(key));
        }

        Assert.Equal(3, await Carrier(node).DeliverDueAsync());

        Assert.Equal("good", Assert.Single(_transport.Sent).Key);
        var figures = await PostOffice(node).GetFiguresAsync();
        Assert.Equal((1, 1, 1), (figures.WaitingCount, figures.GivenUpCount, figures.DeliveredCount));
    }

    [Fact]
    public async Task A_mail_of_which_the_seal_is_broken_is_given_up()
    {
        await using var node = await LedgerNode.StartAsync();
        var store = node.Service<IMailStore>();
        await store.AddAsync(new("changed", new byte[60], new byte[60]));
        await PostAsync(node, Mail("good"));

        await Carrier(node).DeliverDueAsync();

        Assert.Equal("good", Assert.Single(_transport.Sent).Key);
        Assert.Equal(1, (await PostOffice(node).GetFiguresAsync()).GivenUpCount);
    }

    /// <summary>A node dies after the mail was handed over and before that was noted: the next one sends the same mail again.</summary>
    [Fact]
    public async Task A_crash_between_sending_and_noting_it_sends_the_same_mail_again()
    {
        await using var node = await LedgerNode.StartAsync();
        await PostAsync(node, Mail("twice"));
        var dying = Carrier(node, new ForgetfulStore(node.Service<IMailStore>()));
        await Assert.ThrowsAsync<StorageUnavailableException>(dying.DeliverDueAsync);
        var next = Carrier(node);

        Assert.Equal(0, await next.DeliverDueAsync()); // The lease of the dead node still holds.
        node.Time.Advance(MailCarrier.Lease);
        Assert.Equal(1, await next.DeliverDueAsync());

        Assert.Equal([Mail("twice"), Mail("twice")], _transport.Sent);
    }

    [Fact]
    public async Task A_mail_that_ends_the_process_is_not_tried_for_ever()
    {
        await using var node = await LedgerNode.StartAsync();
        await PostAsync(node, Mail("deadly"));
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            await node.Service<IMailStore>().LeaseAsync(1, TimeSpan.Zero);
        }

        await Carrier(node).DeliverDueAsync();

        Assert.Empty(_transport.Sent);
        Assert.Equal(1, (await PostOffice(node).GetFiguresAsync()).GivenUpCount);
    }

    [Theory]
    [InlineData("ana@example.org\r\nBcc: eve@example.org", "Subject", "Body", null)]
    [InlineData("ana@example.org, eve@example.org", "Subject", "Body", null)]
    [InlineData("\"ana\"@example.org", "Subject", "Body", null)]
    [InlineData("ana", "Subject", "Body", null)]
    [InlineData("ana@-example.org", "Subject", "Body", null)]
    [InlineData("ana@example.org", "Subject\nBcc: eve@example.org", "Body", null)]
    [InlineData("ana@example.org", "Subject\u2028more", "Body", null)]
    [InlineData("ana@example.org", "", "Body", null)]
    [InlineData("ana@example.org", "Subject", "", null)]
    [InlineData("ana@example.org", "Subject", "Body\0", null)]
    [InlineData("ana@example.org", "Subject", "Body\rmore", null)]
    [InlineData("ana@example.org", "Subject", "Body", "eve\r\nBcc: x@example.org")]
    [InlineData("ana@example.org", "Subject", "Body", "")]
    public async Task What_could_forge_a_head_is_refused(string address, string subject, string body, string? replyTo)
    {
        await using var node = await LedgerNode.StartAsync();
        var mail = Mail("forged") with { ToAddress = address, Subject = subject, Body = body, ReplyToAddress = replyTo };

        await Assert.ThrowsAsync<ArgumentException>(() => PostAsync(node, mail));

        Assert.Equal(0, (await PostOffice(node).GetFiguresAsync()).WaitingCount);
    }

    [Fact]
    public async Task Texts_are_taken_up_to_their_bounds()
    {
        await using var node = await LedgerNode.StartAsync();
        var longest = Mail(new('k', 200)) with
        {
            ToAddress = new string('a', 242) + "@example.org", ToName = new('n', 200), Subject = new('s', 200), Body = new('b', 50_000),
        };
        await PostAsync(node, longest);

        foreach (var longer in (OutgoingMail[])
            [
                longest with { Key = new('k', 201) }, longest with { ToAddress = "a" + longest.ToAddress }, longest with { ToName = new('n', 201) },
                longest with { Subject = new('s', 201) }, longest with { Body = new('b', 50_001) }, longest with { Key = "with space" },
            ])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => PostAsync(node, longer));
        }
    }

    private static OutgoingMail Mail(string key) => new()
    {
        Key = key, ToAddress = "ana@example.org", ToName = "Ana Ruiz", Subject = "Größe", Body = "Dear Dr. Ruiz,\n\n.\n",
    };

    private static IPostOfficeGrain PostOffice(LedgerNode node) => node.Grains.GetGrain<IPostOfficeGrain>(IPostOfficeGrain.Key);

    private static Task PostAsync(LedgerNode node, OutgoingMail mail) => PostOffice(node).PostAsync(mail);

    private MailCarrier Carrier(LedgerNode node, IMailStore? store = null) => new(
        store ?? node.Service<IMailStore>(), _transport, node.Service<IPersonalDataKeyring>(), new(AttemptsMax), node.Time, NullLogger<MailCarrier>.Instance);

    /// <summary>The store of a node that dies before it can note what became of a mail.</summary>
    private sealed class ForgetfulStore(IMailStore inner) : IMailStore
    {
        public Task<bool> AddAsync(StoredMail mail) => inner.AddAsync(mail);

        public Task<ImmutableArray<LeasedMail>> LeaseAsync(int countMax, TimeSpan lease) => inner.LeaseAsync(countMax, lease);

        public Task FinishAsync(string key, int attempt, MailEnd end) => throw new StorageUnavailableException("The node is gone.");

        public Task PostponeAsync(string key, int attempt, TimeSpan delay) => throw new StorageUnavailableException("The node is gone.");

        public Task<MailFigures> ReadFiguresAsync(CancellationToken cancellationToken) => inner.ReadFiguresAsync(cancellationToken);

        public Task<int> ForgetEndedAsync(TimeSpan age, int countMax) => inner.ForgetEndedAsync(age, countMax);
    }
}
