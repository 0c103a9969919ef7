namespace CmeOrleans.Grains.Interfaces.Support;

/// <summary>Somebody asks for help.</summary>
[GenerateSerializer, Immutable, Alias("cme.support-request")]
public sealed record SupportRequest
{
    /// <summary>Whose key it is, such as <c>public</c> or <c>learner/dr-lee</c>: visible ASCII, at most 100 characters.</summary>
    [Id(0)]
    public required string Scope { get; init; }

    /// <summary>Chosen by the client and kept across repeats: 1 to 255 visible ASCII characters.</summary>
    [Id(1)]
    public required string Key { get; init; }

    /// <summary>Who asks, at most 100 characters.</summary>
    [Id(2)]
    public required string Name { get; init; }

    /// <summary>Where the answer goes.</summary>
    [Id(3)]
    public required string Email { get; init; }

    /// <summary>One of <c>claiming</c>, <c>certificates</c>, <c>membership</c>, <c>reporting</c>, <c>account</c>, <c>other</c>.</summary>
    [Id(4)]
    public required string Topic { get; init; }

    /// <summary>What it is about: plain text, at most 4,000 characters.</summary>
    [Id(5)]
    public required string Message { get; init; }

    /// <summary>The learner, if one is signed in.</summary>
    [Id(6)]
    public string? LearnerId { get; init; }
}
