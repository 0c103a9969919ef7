using System.Collections.Immutable;

namespace CmeOrleans.Tidy.Tests.Repository;

/// <summary>The files of the repository as they lie in the work tree, without what builds and runs leave behind.</summary>
internal static class RepositoryTree
{
    private const string RootMark = "CmeOrleans.sln";

    private static readonly ImmutableHashSet<string> FoldersIgnored =
        [".git", ".vs", ".idea", "bin", "obj", "node_modules", "artifacts", "TestResults", "keys", "checkpoints"];

    private static readonly ImmutableHashSet<string> TextExtensions =
    [
        "", ".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".sql", ".sh", ".yml", ".yaml", ".js", ".css",
        ".html", ".razor", ".cshtml", ".txt", ".csv", ".config", ".npmrc", ".editorconfig", ".gitignore", ".sha256", ".svg",
    ];

    /// <summary>The folder with the solution, found upwards from the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<ImmutableArray<RepositoryFile>> All = new(static () => [.. Walk(Root, "")]);

    /// <summary>All text files, in ordinal order of their paths.</summary>
    public static ImmutableArray<RepositoryFile> Files => All.Value;

    /// <summary>The C# files below one of the folders.</summary>
    public static IEnumerable<RepositoryFile> CodeBelow(params string[] folders) =>
        Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)
            && folders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)));

    public static IEnumerable<RepositoryFile> WithExtension(string extension) =>
        Files.Where(file => Path.GetExtension(file.Path) == extension);

    public static bool Exists(string path)
    {
        var full = Path.Combine(Root, path);
        return File.Exists(full) || Directory.Exists(full);
    }

    private static IEnumerable<RepositoryFile> Walk(string folder, string prefix)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (TextExtensions.Contains(Path.GetExtension(path)))
            {
                yield return new(prefix + Path.GetFileName(path), File.ReadAllText(path));
            }
        }

        foreach (var path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (!FoldersIgnored.Contains(name))
            {
                foreach (var file in Walk(path, $"{prefix}{name}/"))
                {
                    yield return file;
                }
            }
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, RootMark)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {RootMark}.");
    }
}
