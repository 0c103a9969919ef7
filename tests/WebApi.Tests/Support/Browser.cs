using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>
/// A browser with its own cookies, which sends forms the way a person does: it opens the page, fills the form in and sends
/// it with all its hidden fields. Like real ones it sends secure cookies to the loopback without TLS.
/// </summary>
public sealed class Browser(Uri address)
{
    private const int RedirectsMax = 10;

    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private readonly Dictionary<string, string> _cookies = [];

    /// <summary>The cookies as a thief would take them.</summary>
    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public Browser Copy()
    {
        var copy = new Browser(address);
        foreach (var (name, value) in _cookies)
        {
            copy._cookies[name] = value;
        }

        return copy;
    }

    public Task<PageReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Sends fields as they are, without opening the page first.</summary>
    public Task<PageReply> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) => SendAsync(HttpMethod.Post, path, fields);

    /// <summary>Opens a page and sends the form on it that has all of the fields.</summary>
    public async Task<PageReply> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = (await GetAsync(path)).Require(200);
        return await SubmitAsync(page, path, fields);
    }

    /// <summary>Sends the form of a page that is open.</summary>
    public Task<PageReply> SubmitAsync(PageReply page, string path, params (string Name, string Value)[] fields)
    {
        var form = page.Document.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>()
            .FirstOrDefault(form => fields.All(field => form.QuerySelector($"[name='{field.Name}']") is not null))
            ?? throw new InvalidOperationException($"{path} has no form with the fields {string.Join(", ", fields.Select(field => field.Name))}.");
        var values = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
            .Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked)
            .ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return SendAsync(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : path, values);
    }

    /// <summary>Follows redirects to the page behind them.</summary>
    public async Task<PageReply> FollowAsync(PageReply reply)
    {
        for (var count = 0; count < RedirectsMax && reply.Location is { } location; count++)
        {
            reply = await GetAsync(location);
        }

        return reply;
    }

    private async Task<PageReply> SendAsync(HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? fields)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        if (_cookies.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        request.Content = fields is null ? null : new FormUrlEncodedContent(fields);
        using var response = await Client.SendAsync(request);
        var setCookies = response.Headers.TryGetValues("Set-Cookie", out var values) ? values.ToArray() : [];
        foreach (var cookie in setCookies)
        {
            Keep(cookie);
        }

        var html = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, response.Headers.Location?.OriginalString, setCookies, html, new HtmlParser().ParseDocument(html))
        {
            ContentPolicy = response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : "",
        };
    }

    private void Keep(string setCookie)
    {
        var parts = setCookie.Split(';', StringSplitOptions.TrimEntries);
        var (name, value) = (parts[0][..parts[0].IndexOf('=', StringComparison.Ordinal)], parts[0][(parts[0].IndexOf('=', StringComparison.Ordinal) + 1)..]);
        if (value.Length == 0)
        {
            _cookies.Remove(name);
        }
        else
        {
            _cookies[name] = value;
        }
    }
}

/// <summary>What a browser got.</summary>
public sealed record PageReply(HttpStatusCode Status, string? Location, IReadOnlyList<string> SetCookies, string Html, IHtmlDocument Document)
{
    public string ContentPolicy { get; init; } = "";

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>Fields that the error summary links to.</summary>
    public IReadOnlyList<string> WrongFields => [.. Document.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")!.TrimStart('#'))];

    public PageReply Require(int status)
    {
        Assert.True((int)Status == status, $"Expected {status}, got {(int)Status}: {Html}");
        return this;
    }

    /// <summary>Fails unless this leads to the path.</summary>
    public PageReply RequireRedirect(string path)
    {
        Assert.True(Location == path, $"Expected a way to {path}, got {(int)Status} {Location}: {Html}");
        return this;
    }
}
