namespace CmeOrleans.Grains.Interfaces;

/// <summary>One thing that is wrong with a command.</summary>
[GenerateSerializer, Immutable, Alias("cme.refusal-line")]
public sealed record RefusalLine
{
    /// <summary>Where, as a JSON pointer into the request, such as <c>/lines/2/amount</c>.</summary>
    [Id(0)]
    public required string Pointer { get; init; }

    /// <summary>A stable code, such as <c>more-than-available</c>.</summary>
    [Id(1)]
    public required string Code { get; init; }

    /// <summary>One sentence for a person.</summary>
    [Id(2)]
    public required string Detail { get; init; }
}
