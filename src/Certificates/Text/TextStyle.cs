using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Typefaces;

namespace CmeOrleans.Certificates.Text;

/// <summary>How characters look.</summary>
/// <param name="Typeface">The typeface asked for; single characters may come from a fallback.</param>
/// <param name="Size">The em size in points.</param>
/// <param name="TrackingEm">Extra space after each character, in parts of the size.</param>
internal readonly record struct TextStyle(Typeface Typeface, double Size, InkColor Color, double TrackingEm = 0);
