using System.Text.Json;

namespace CmeOrleans.Domain.Packs;

/// <summary>Opens the files of data packs. Strict, because a rule misread at start would be wrong ever after.</summary>
internal static class PackFile
{
    /// <summary>The only layout of the files so far.</summary>
    private const int LayoutVersion = 1;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Reads the one list that a pack is.</summary>
    /// <param name="utf8Json">The file.</param>
    /// <param name="packName">What the pack is of, such as <c>credit types</c>.</param>
    /// <param name="read">Gets the object at the root, whose <c>layoutVersion</c> is known to be right.</param>
    /// <param name="listName">The one field that the root has besides.</param>
    /// <exception cref="PackException">The file is no JSON, of another layout, or <paramref name="read"/> finds a fault.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> utf8Json, string packName, string listName, Func<PackObject, T> read)
    {
        using var document = Parse(utf8Json, packName);
        var root = new PackObject(document.RootElement, "$", packName);
        root.RequireOnly("layoutVersion", listName);
        return root.Integer("layoutVersion") == LayoutVersion
            ? read(root)
            : throw root.Fault("$.layoutVersion", $"is {LayoutVersion} in files that this version reads");
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8Json, string packName)
    {
        try
        {
            return JsonDocument.Parse(utf8Json, Options);
        }
        catch (JsonException exception)
        {
            throw new PackException($"The pack of {packName} is not valid JSON: {exception.Message}", exception);
        }
    }
}
