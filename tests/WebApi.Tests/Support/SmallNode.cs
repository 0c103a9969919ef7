namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>A node that works at two requests at once and takes small bodies.</summary>
public sealed class SmallNode : TestNode
{
    public const int RequestsInFlightMax = 2;
    public const int RequestBodyBytesMax = 2_048;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Server:RequestsInFlightMax"] = $"{RequestsInFlightMax}",
        ["Server:RequestBodyBytesMax"] = $"{RequestBodyBytesMax}",
    };
}
