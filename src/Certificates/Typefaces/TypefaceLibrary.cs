namespace CmeOrleans.Certificates.Typefaces;

/// <summary>The typefaces embedded in this assembly. Reading them takes tens of milliseconds, so there is one per process.</summary>
internal sealed class TypefaceLibrary
{
    /// <summary>Reads all typefaces from the resources of the assembly.</summary>
    public TypefaceLibrary()
    {
        Serif = Load("EBGaramond_400Regular", "EBGaramond-Regular");
        SerifItalic = Load("EBGaramond_400Regular_Italic", "EBGaramond-Italic");
        SerifBold = Load("EBGaramond_600SemiBold", "EBGaramond-SemiBold");
        Sans = Load("NotoSans_400Regular", "NotoSans-Regular");
        SansItalic = Load("NotoSans_400Regular_Italic", "NotoSans-Italic");
        SansBold = Load("NotoSans_600SemiBold", "NotoSans-SemiBold");
        Fallbacks = [Load("NotoSerif_400Regular", "NotoSerif-Regular"), Sans];
    }

    /// <summary>For names, titles and whatever else is large.</summary>
    public Typeface Serif { get; }

    public Typeface SerifItalic { get; }

    public Typeface SerifBold { get; }

    /// <summary>For statements, tables and other small print.</summary>
    public Typeface Sans { get; }

    public Typeface SansItalic { get; }

    public Typeface SansBold { get; }

    /// <summary>Tried in this order where the typeface asked for has no glyph.</summary>
    public IReadOnlyList<Typeface> Fallbacks { get; }

    private static Typeface Load(string resourceName, string postScriptName)
    {
        using var stream = typeof(TypefaceLibrary).Assembly.GetManifestResourceStream($"{resourceName}.ttf")
            ?? throw new InvalidOperationException($"The assembly was built without the typeface {resourceName}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(postScriptName, bytes);
    }
}
