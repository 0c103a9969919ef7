using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.Grains.Interfaces.Support;
using CmeOrleans.Grains.Mail;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Support;
using CmeOrleans.Grains.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Grains.Tests;

public sealed class SupportTests
{
    private static readonly SupportRequest Request = new()
    {
        Scope = "public",
        Key = "k-1",
        Name = "Ana Größe",
        Email = "ana@example.org",
        Topic = "claiming",
        Message = "I cannot claim.\r\n\r\nPlease help.\r\n",
        LearnerId = null,
    };

    [Fact]
    public async Task A_request_is_numbered_stored_and_mailed_once()
    {
        await using var node = await LedgerNode.StartAsync();
        node.Service<IOptions<SupportOptions>>().Value.Address = "desk@example.org";
        var desk = Desk(node);

        var first = await desk.SubmitAsync(Request);
        var repeat = await desk.SubmitAsync(Request with { Message = "I cannot claim.\n\nPlease help." });
        var second = await desk.SubmitAsync(Request with { Key = "k-2" });

        Assert.Equal((Outcome.Done, Outcome.Repeated, Outcome.Done), (first.Outcome, repeat.Outcome, second.Outcome));
        Assert.Equal(first.Value, repeat.Value);
        Assert.Equal(("S-1001", "S-1002"), (first.Value!.Number, second.Value!.Number));
        var view = await desk.GetAsync("S-1001");
        Assert.Equal("I cannot claim.\n\nPlease help.", view!.Request.Message);
        Assert.Equal(first.Value, view.Receipt);
        Assert.Equal(first.Value, await desk.FindAsync("public", "k-1"));
        Assert.Null(await desk.FindAsync("learner-1", "k-1"));
        Assert.Equal(["S-1002"], (await desk.ListAsync(1001, 10)).Items.Select(item => item.Receipt.Number));
        Assert.Equal(1001, (await desk.ListAsync(0, 1)).NextAfterNumber);

        var mails = await MailsAsync(node);
        Assert.Equal(["support/S-1001", "support/S-1002"], mails.Select(mail => mail.Key).Order());
        var mail = mails.Single(mail => mail.Key == "support/S-1001");
        Assert.Equal(("desk@example.org", "ana@example.org", "S-1001: Claiming credit"), (mail.ToAddress, mail.ReplyToAddress, mail.Subject));
        Assert.Contains("Please help.", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused_and_nothing_is_mailed_without_an_address()
    {
        await using var node = await LedgerNode.StartAsync();
        await Desk(node).SubmitAsync(Request);

        var other = await Desk(node).SubmitAsync(Request with { Topic = "other" });

        Assert.Equal(Outcome.KeyReused, other.Outcome);
        Assert.Empty(await MailsAsync(node));
    }

    [Theory]
    [InlineData("/name", "")]
    [InlineData("/name", "Ana\nBcc: eve@example.org")]
    [InlineData("/email", "ana")]
    [InlineData("/email", "ana@example.org\r\nBcc: eve@example.org")]
    [InlineData("/topic", "everything")]
    [InlineData("/message", " \n ")]
    [InlineData("/message", "a\0b")]
    public async Task What_cannot_be_answered_is_refused(string pointer, string value)
    {
        await using var node = await LedgerNode.StartAsync();
        var request = pointer switch
        {
            "/name" => Request with { Name = value },
            "/email" => Request with { Email = value },
            "/topic" => Request with { Topic = value },
            _ => Request with { Message = value },
        };

        var answer = await Desk(node).SubmitAsync(request);

        Assert.Equal(Outcome.Refused, answer.Outcome);
        Assert.Contains(answer.Refusal!.Lines, line => line.Pointer == pointer);
        Assert.Empty((await Desk(node).ListAsync(0, 10)).Items);
    }

    [Fact]
    public async Task Texts_are_taken_up_to_their_bounds()
    {
        await using var node = await LedgerNode.StartAsync();
        var longest = Request with { Name = new('n', 100), Message = new('m', 4_000) };

        Assert.Equal(Outcome.Done, (await Desk(node).SubmitAsync(longest)).Outcome);
        Assert.Equal(Outcome.Refused, (await Desk(node).SubmitAsync(longest with { Name = new('n', 101) })).Outcome);
        Assert.Equal(Outcome.Refused, (await Desk(node).SubmitAsync(longest with { Message = new('m', 4_001) })).Outcome);
    }

    [Theory]
    [InlineData("S-01001")]
    [InlineData("S-1002")]
    [InlineData("1001")]
    [InlineData("S-")]
    [InlineData("S-99999999999999999999")]
    public async Task A_number_that_was_never_given_is_nothing(string number)
    {
        await using var node = await LedgerNode.StartAsync();
        await Desk(node).SubmitAsync(Request);

        Assert.Null(await Desk(node).GetAsync(number));
    }

    private static ISupportDeskGrain Desk(LedgerNode node) => node.Grains.GetGrain<ISupportDeskGrain>(ISupportDeskGrain.Key);

    private static async Task<IReadOnlyList<OutgoingMail>> MailsAsync(LedgerNode node)
    {
        var transport = new TestTransport();
        var carrier = new MailCarrier(
            node.Service<IMailStore>(), transport, node.Service<IPersonalDataKeyring>(), new(1), node.Time, NullLogger<MailCarrier>.Instance);
        await carrier.DeliverDueAsync();
        return transport.Sent;
    }
}
