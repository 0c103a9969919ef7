namespace CmeOrleans.Tidy.Tests.Sources;

/// <param name="Position">Where its opening brace is in the file.</param>
/// <param name="Lines">From the opening brace to the closing one, both included.</param>
internal sealed record OutlinedMember(string Name, int Position, int Lines);
