namespace CmeOrleans.Tidy.Tests.Sources;

/// <summary>
/// C# taken apart. Each text is as long as the file and has its line breaks in the same places; what is left out is blank.
/// </summary>
/// <param name="Code">Without comments and without the contents of strings; code inside interpolations is there.</param>
/// <param name="CodeAndStrings">Without comments.</param>
/// <param name="Comments">Comments only.</param>
internal sealed record CodeText(string Code, string CodeAndStrings, string Comments)
{
    private CodeOutline? _outline;

    public CodeOutline Outline => _outline ??= CodeOutline.Of(Code);
}
