namespace CmeOrleans.Certificates.Pdf;

/// <summary>A colour in sRGB, each part 0 to 255.</summary>
internal readonly record struct InkColor(byte Red, byte Green, byte Blue);
