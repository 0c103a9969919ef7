using System.Globalization;
using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Layout;

/// <summary>The first page of a certificate: who, what and how much, and topics and statements while they fit.</summary>
internal sealed class FacePage(Sheet sheet, Typesetter typesetter, CertificateStyle style, CertificateWording wording)
{
    private const double Top = 46;

    /// <summary>From generous to tight. Below the last, small print would no longer be legible.</summary>
    private static readonly double[] Scales = [1, 0.9, 0.8];

    /// <summary>Up to so many topics, one column looks better than two even if all is set smaller.</summary>
    private const int OneColumnTopicsMax = 6;

    // Setting text is most of the work, and arrangements share their parts.
    private readonly Dictionary<double, List<FaceBlock>> _heads = [];
    private readonly Dictionary<(double Size, int ColumnsCount), TopicTable> _tables = [];
    private readonly Dictionary<double, Statements> _statements = [];

    // Where the stack of blocks must end.
    private double Bottom => sheet.Page.Height - PageFooter.Height;

    /// <summary>Draws the largest arrangement that fits.</summary>
    /// <returns>What found room; the rest goes on further pages.</returns>
    public FaceOutcome Draw()
    {
        foreach (var (scale, columnsCount) in Arrangements())
        {
            var table = TableBlock(scale, columnsCount);
            if (TryStack([.. HeadBlocks(scale), table, StatementsBlock(scale)]))
            {
                return new(HasTable: true, HasStatements: true);
            }
        }

        foreach (var scale in Scales)
        {
            if (TryStack([.. HeadBlocks(scale), PointerBlock(), StatementsBlock(scale)]))
            {
                return new(HasTable: false, HasStatements: true);
            }
        }

        var scaleMin = Scales[^1];
        if (!TryStack([.. HeadBlocks(scaleMin), PointerBlock()]))
        {
            // Only a title of many hundred characters comes here. Nothing is cut; it may reach into the room of the seal.
            Stack([.. HeadBlocks(scaleMin)]);
        }

        return new(HasTable: false, HasStatements: false);
    }

    private IEnumerable<(double Scale, int ColumnsCount)> Arrangements()
    {
        // A row cannot be lower than this, so a long list need not be set only to find that it does not fit.
        const double rowHeightMin = 10;

        var topicsCount = wording.Content.Topics.Length;
        var rowsMax = (int)((Bottom - Top) / rowHeightMin);
        if (topicsCount <= OneColumnTopicsMax)
        {
            return [.. Scales.Select(scale => (scale, 1)), .. Scales.Select(scale => (scale, 2))];
        }

        return topicsCount > 2 * rowsMax ? [] : [(1, 1), .. Scales.Select(scale => (scale, 2))];
    }

    private List<FaceBlock> HeadBlocks(double scale)
    {
        if (!_heads.TryGetValue(scale, out var blocks))
        {
            blocks = new FaceHead(sheet, typesetter, style, wording, scale).Blocks();
            _heads.Add(scale, blocks);
        }

        return blocks;
    }

    private FaceBlock TableBlock(double scale, int columnsCount)
    {
        var isWide = columnsCount > 1;
        var width = isWide ? sheet.Width : sheet.Width * 0.82;
        var size = (isWide ? 8.3 : 8.8) * SmallPrintScale(scale);
        if (!_tables.TryGetValue((size, columnsCount), out var table))
        {
            table = new(typesetter, style, wording, width, size, columnsCount);
            _tables.Add((size, columnsCount), table);
        }

        return new(table.Height, 6 * scale, 16, top => table.Draw(sheet, sheet.Root, sheet.Center - (width / 2), top));
    }

    private FaceBlock StatementsBlock(double scale)
    {
        var smallPrintScale = SmallPrintScale(scale);
        if (!_statements.TryGetValue(smallPrintScale, out var statements))
        {
            statements = new(typesetter, style, wording, sheet.Width - 24, smallPrintScale);
            _statements.Add(smallPrintScale, statements);
        }

        return new(statements.Height, 7 * scale, 18, top => statements.DrawCentered(sheet, top));
    }

    /// <summary>What is small already shrinks less.</summary>
    private static double SmallPrintScale(double scale) => Math.Max(scale, 0.9);

    private FaceBlock PointerBlock()
    {
        var count = wording.Content.Topics.Length;
        var text = count == 1
            ? "The topic completed is listed on the following page."
            : string.Create(CultureInfo.InvariantCulture, $"The {count} topics completed are listed on the following pages.");
        var line = sheet.Line(text, style.Small(9.2));
        return new(11, 5, 12, top => sheet.DrawCentered(sheet.Add(sheet.Root, "P"), line, top + 9));
    }

    private bool TryStack(FaceBlock[] blocks)
    {
        if (blocks.Sum(block => block.Height + block.GapMin) > Bottom - Top)
        {
            return false;
        }

        Stack(blocks);
        return true;
    }

    /// <summary>Draws all parts, with ideal gaps if there is room, tighter if not, and the rest of the room around the whole.</summary>
    private void Stack(FaceBlock[] blocks)
    {
        var gapsMin = blocks.Sum(block => block.GapMin);
        var gapsIdeal = blocks.Sum(block => block.GapIdeal);
        var room = Math.Max(0, Bottom - Top - blocks.Sum(block => block.Height) - gapsMin);

        // Ample room stretches the gaps by at most a third beyond the ideal; what is left goes above and below.
        var stretch = Math.Min(room / (gapsIdeal - gapsMin), 1 + (gapsIdeal / (gapsIdeal - gapsMin) / 3));
        var y = Top + ((room - (stretch * (gapsIdeal - gapsMin))) * 0.45);
        foreach (var block in blocks)
        {
            y += block.GapMin + (stretch * (block.GapIdeal - block.GapMin));
            block.Draw(y);
            y += block.Height;
        }
    }
}
