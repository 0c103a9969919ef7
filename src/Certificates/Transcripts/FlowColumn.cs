namespace CmeOrleans.Certificates.Transcripts;

/// <summary>A column of a <see cref="FlowTable"/>.</summary>
/// <param name="Heading">In capitals.</param>
/// <param name="Width">In points, the space to the next column included.</param>
/// <param name="IsAmount">Whether it ends at its right edge, as figures do.</param>
internal readonly record struct FlowColumn(string Heading, double Width, bool IsAmount = false);
