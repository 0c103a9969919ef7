using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Layout;

/// <summary>A topic set in type: its title in one or more lines, its date and its amount.</summary>
internal sealed record TopicRow(IReadOnlyList<TextLine> Title, TextLine Date, TextLine Amount, double Height);
