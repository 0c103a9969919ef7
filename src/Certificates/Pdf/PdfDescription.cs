namespace CmeOrleans.Certificates.Pdf;

/// <summary>What a document says about itself: shown by viewers, read by archives and screen readers.</summary>
internal sealed record PdfDescription
{
    public required string Title { get; init; }

    public required string Author { get; init; }

    /// <summary>The id of the certificate or claim.</summary>
    public required string Subject { get; init; }

    /// <summary>The date given as the date of creation, at midnight UTC: a fact of the content, not the clock.</summary>
    public required DateOnly CreatedOn { get; init; }
}
