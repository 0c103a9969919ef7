namespace CmeOrleans.Certificates.Text;

/// <summary>A piece of text in one style.</summary>
/// <param name="KeepsTogether">Whether no line may end within or right after the piece, as after a figure before its unit.</param>
internal readonly record struct TextSpan(string Text, TextStyle Style, bool KeepsTogether = false);
