namespace CmeOrleans.Grains.Interfaces.Certificates;

/// <summary>A document, or that it is still being made.</summary>
[GenerateSerializer, Immutable, Alias("cme.document-answer")]
public sealed record DocumentAnswer
{
    /// <summary>Absent while rendering is under way.</summary>
    [Id(0)]
    public ReadOnlyMemory<byte>? Pdf { get; init; }

    /// <summary>SHA-256 of the document, lower-case hex; empty while rendering is under way.</summary>
    [Id(1)]
    public required string Sha256 { get; init; }
}
