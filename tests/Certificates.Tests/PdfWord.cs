namespace CmeOrleans.Certificates.Tests;

/// <summary>A word on a page and the box around it.</summary>
internal sealed record PdfWord(string Text, double Left, double Top, double Right, double Bottom);
