namespace CmeOrleans.Tidy.Tests.Sources;

/// <param name="Kind"><c>class</c>, <c>struct</c>, <c>interface</c>, <c>enum</c> or <c>record</c>.</param>
/// <param name="IsAtTop">Whether it stands in the namespace and not in another type.</param>
/// <param name="Position">Where it begins in the file.</param>
internal sealed record OutlinedType(string Name, string Kind, bool IsPublic, bool IsAtTop, int Position, int Lines);
