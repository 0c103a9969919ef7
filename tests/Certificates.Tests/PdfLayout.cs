namespace CmeOrleans.Certificates.Tests;

/// <summary>What holds for the words of every page, whatever they say.</summary>
internal static class PdfLayout
{
    private const double FrameInset = 31;

    public static void RequireInFrame(byte[] pdf, double width, double height)
    {
        foreach (var word in PdfTools.Words(pdf).SelectMany(page => page))
        {
            Assert.InRange(word.Left, FrameInset, width - FrameInset);
            Assert.InRange(word.Right, FrameInset, width - FrameInset);
            Assert.InRange(word.Top, FrameInset, height - FrameInset);
            Assert.InRange(word.Bottom, FrameInset, height - FrameInset);
        }
    }

    /// <summary>Words may touch where line boxes do, but the middles of their letters may not meet.</summary>
    public static void RequireNoOverlap(byte[] pdf)
    {
        foreach (var words in PdfTools.Words(pdf))
        {
            for (var first = 0; first < words.Count; first++)
            {
                for (var second = first + 1; second < words.Count; second++)
                {
                    Assert.False(Overlap(words[first], words[second]), $"{words[first]} and {words[second]} overlap.");
                }
            }
        }
    }

    private static bool Overlap(PdfWord first, PdfWord second)
    {
        var (middle1, middle2) = ((first.Top + first.Bottom) / 2, (second.Top + second.Bottom) / 2);
        var heightMin = Math.Min(first.Bottom - first.Top, second.Bottom - second.Top);
        return first.Left < second.Right - 0.5 && second.Left < first.Right - 0.5 && Math.Abs(middle1 - middle2) < heightMin * 0.45;
    }
}
