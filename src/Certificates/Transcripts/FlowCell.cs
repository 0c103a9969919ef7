using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Transcripts;

/// <summary>A cell of a <see cref="FlowTable"/>: what it says, and in smaller print what goes with it.</summary>
internal readonly record struct FlowCell(TextSpan Text, TextSpan? Note = null);
