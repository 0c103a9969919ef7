namespace CmeOrleans.Certificates.Layout;

/// <summary>A part of the face of a certificate, stacked with others from top to bottom.</summary>
/// <param name="Height">In points.</param>
/// <param name="GapMin">The least distance to the part above.</param>
/// <param name="GapIdeal">The distance to the part above where there is room.</param>
/// <param name="Draw">Draws the part with its top at the given height.</param>
internal sealed record FaceBlock(double Height, double GapMin, double GapIdeal, Action<double> Draw);
