using System.Text;
using System.Text.Json;

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>What the API answered.</summary>
public sealed record Reply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string BodyText => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string Text(string name) => Json.GetProperty(name).GetString()!;

    public long Number(string name) => Json.GetProperty(name).GetInt64();

    /// <summary>Fails unless this is a problem document of the status and kind.</summary>
    public Reply RequireProblem(int status, string slug)
    {
        Assert.True(Status == status, $"Expected {status} {slug}, got {Status}: {BodyText}");
        Assert.Equal("application/problem+json", Header("Content-Type"));
        Assert.Equal($"/problems/{slug}", Text("type"));
        Assert.Equal(status, Number("status"));
        Assert.NotEmpty(Text("title"));
        Assert.NotEmpty(Text("detail"));
        Assert.NotEmpty(Text("traceId"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        return this;
    }

    /// <summary>Fails unless the status is this one.</summary>
    public Reply Require(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {BodyText}");
        return this;
    }
}
