using CmeOrleans.Tidy.Tests.Sources;

namespace CmeOrleans.Tidy.Tests.Repository;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
internal sealed record RepositoryFile(string Path, string Text)
{
    private CodeText? _code;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The file taken apart as C#.</summary>
    public CodeText Code => _code ??= CodeReader.Read(Text);

    /// <summary>Where <paramref name="position"/> is, in the form that editors and terminals open: <c>path:line</c>.</summary>
    public string At(int position) => $"{Path}:{1 + Text.AsSpan(0, position).Count('\n')}";
}
