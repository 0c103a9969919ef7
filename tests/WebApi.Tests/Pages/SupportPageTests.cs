using System.Net;
using System.Net.Sockets;
using CmeOrleans.WebApi.Tests.Accounts;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Pages;

public sealed class SupportPageTests(TestNode node)
{
    [Fact]
    public async Task Anybody_can_ask_and_sees_the_number_and_the_promise()
    {
        var browser = new Browser(node.Address);

        var sent = await browser.SubmitAsync("/support", Filled("It is missing."));
        Assert.Equal(303, (int)sent.Status);
        var page = (await browser.FollowAsync(sent)).Require(200);

        Assert.Equal("Your request is with us", page.Heading);
        Assert.Matches("Request S-[0-9]{4,}", page.Document.QuerySelector("[role=status] h2")!.TextContent);
        Assert.Contains("5 PM Central Time", page.Html, StringComparison.Ordinal);
        var number = page.Document.QuerySelector("[role=status] h2")!.TextContent.Split(' ')[1];
        var stored = (await node.As().GetAsync($"/v1/support-requests/{number}")).Require(200);
        Assert.Equal(("Ana Gray", "It is missing."), (stored.Text("name"), stored.Text("message")));
        (await browser.GetAsync($"/support/sent?request={Guid.NewGuid():N}")).Require(404);
    }

    [Fact]
    public async Task A_double_click_is_one_request()
    {
        var browser = new Browser(node.Address);
        var form = await browser.GetAsync("/support");

        var first = await browser.SubmitAsync(form, "/support", Filled("Twice."));
        var second = await browser.SubmitAsync(form, "/support", Filled("Twice."));

        Assert.Equal(first.Location, second.Location);
    }

    [Fact]
    public async Task A_bad_form_comes_back_with_what_was_typed()
    {
        var browser = new Browser(node.Address);

        var page = (await browser.SubmitAsync("/support", ("name", ""), ("email", "ana"), ("topic", ""), ("message", "<b>It</b> is \"missing\"."))).Require(422);

        Assert.Equal(["name", "email", "topic"], page.WrongFields);
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal("ana", page.Document.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Equal("<b>It</b> is \"missing\".", page.Document.QuerySelector("#message")!.TextContent);
        Assert.Equal("true", page.Document.QuerySelector("#email")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_taken_and_answered_with_an_empty_one()
    {
        var fields = Filled("Forged.").ToDictionary(field => field.Name, field => field.Value);

        var browser = new Browser(node.Address);
        (await browser.PostAsync("/support", fields)).RequireRedirect("/support?ended=yes");

        Assert.DoesNotContain("Forged.", (await browser.GetAsync("/support?ended=yes")).Require(200).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_need_not_say_who_asks()
    {
        var person = await Person.EnrolledAsync(node);

        var page = (await person.Browser.GetAsync("/support")).Require(200);

        Assert.Equal("Ana Gray", page.Document.QuerySelector("#name")!.GetAttribute("value"));
        Assert.NotNull(page.Document.QuerySelector("nav a[href='/support'][aria-current=page]"));
    }

    /// <summary>From an address of its own, so that no other test is turned away.</summary>
    [Fact]
    public async Task Who_sends_many_is_told_to_wait()
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.9"), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = node.Address };
        var statuses = new List<HttpStatusCode>();
        for (var count = 0; count <= 40; count++)
        {
            using var form = new FormUrlEncodedContent([]);
            using var response = await client.PostAsync(new Uri("/support", UriKind.Relative), form, TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses[..40]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[40]);
    }

    private static (string Name, string Value)[] Filled(string message) =>
        [("name", "Ana Gray"), ("email", "ana@example.org"), ("topic", "claiming"), ("message", message)];
}
