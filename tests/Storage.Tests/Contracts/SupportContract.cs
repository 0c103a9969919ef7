using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Tests.Contracts;

/// <summary>What requests for support are promised, whatever the database.</summary>
public abstract class SupportContract(StoreFixture fixture)
{
    private ISupportStore Requests => fixture.Store.SupportRequests;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_rise_and_are_given_once()
    {
        var before = await AddAsync("rise-first");
        var together = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => AddAsync($"rise-{number}")));
        var after = await AddAsync("rise-last");

        Assert.True(before.Number > 1000);
        Assert.Equal(20, together.Select(kept => kept.Number).Distinct().Count());
        Assert.All(together, kept => Assert.InRange(kept.Number, before.Number + 1, after.Number - 1));
        var listed = await Requests.ListAsync(before.Number, 21, Cancellation);
        Assert.Equal(21, listed.Length);
        Assert.Equal(listed.OrderBy(kept => kept.Number), listed);
        Assert.Equal(after.Number, listed[^1].Number);
    }

    [Fact]
    public async Task A_key_is_one_request_and_it_is_found_again()
    {
        var first = await AddAsync("again");

        Assert.Null(await Requests.AddAsync(Request("again"), _ => throw new InvalidOperationException("There is no second request to tell of.")));
        var found = await Requests.FindAsync("again", Cancellation);

        Assert.Equal(first.Number, found!.Number);
        Assert.Equal(first.ReceivedAt, found.ReceivedAt);
        Assert.Equal([1], found.Request.WrappedKey.ToArray());
        Assert.Equal([2], found.Request.Sealed.ToArray());
        Assert.Null(await Requests.FindAsync("never", Cancellation));
    }

    [Fact]
    public async Task A_request_and_its_mail_are_stored_both_or_neither()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Requests.AddAsync(Request("broken"), _ => throw new InvalidOperationException("No mail.")));
        Assert.Null(await Requests.FindAsync("broken", Cancellation));

        var kept = await Requests.AddAsync(Request("mailed"), kept => new($"told/{kept.Number}", new byte[] { 3 }, new byte[] { 4 }));

        var mail = Assert.Single(await fixture.Store.Mails.LeaseAsync(10, TimeSpan.FromHours(1)));
        Assert.Equal($"told/{kept!.Number}", mail.Mail.Key);
    }

    private async Task<KeptSupportRequest> AddAsync(string key) => (await Requests.AddAsync(Request(key), mailOf: null))!;

    private static StoredSupportRequest Request(string key) => new(key, new byte[] { 1 }, new byte[] { 2 });
}
