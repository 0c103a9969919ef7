using System.Numerics;

namespace CmeOrleans.Certificates.Typefaces;

/// <summary>How much closer two neighbouring glyphs stand, from the pair adjustments of the <c>kern</c> feature.</summary>
/// <remarks>Without it large letters look badly spaced: the gaps in "AV" or "To" are the first thing one sees.</remarks>
internal sealed class PairKerning
{
    private const int PairAdjustmentType = 2;
    private const int ExtensionType = 9;

    // The only value that horizontal kerning needs: the change of the first glyph's advance.
    private const int AdvanceXFlag = 4;

    private readonly List<List<Subtable>> _lookups = [];

    public PairKerning(TypefaceFile file)
    {
        if (!file.TryTable("GPOS", out var table))
        {
            return;
        }

        foreach (var lookup in LayoutLookups.Find(table, "kern", PairAdjustmentType, ExtensionType))
        {
            _lookups.Add([.. lookup.Select(subtable => new Subtable(subtable))]);
        }
    }

    /// <summary>The change of distance in font units, mostly negative or zero.</summary>
    public int Between(ushort left, ushort right)
    {
        var adjustment = 0;
        foreach (var lookup in _lookups)
        {
            // Within a lookup the first subtable that knows the left glyph's pair decides, as OpenType rules.
            foreach (var subtable in lookup)
            {
                if (subtable.TryFind(left, right, out var value))
                {
                    adjustment += value;
                    break;
                }
            }
        }

        return adjustment;
    }

    private sealed class Subtable
    {
        private readonly TableReader _table;
        private readonly Dictionary<ushort, int> _coverage;
        private readonly Dictionary<ushort, int>? _leftClasses;
        private readonly Dictionary<ushort, int>? _rightClasses;
        private readonly int _firstValueLength;
        private readonly int _valuesLength;
        private readonly int _advancePosition;

        public Subtable(TableReader table)
        {
            _table = table;
            _coverage = GlyphClasses.ReadCoverage(table.From(table.UInt16(2))).ToDictionary(pair => pair.Glyph, pair => pair.Position);
            var (first, second) = (table.UInt16(4), table.UInt16(6));
            _firstValueLength = 2 * BitOperations.PopCount((uint)first);
            _valuesLength = _firstValueLength + (2 * BitOperations.PopCount((uint)second));
            _advancePosition = (first & AdvanceXFlag) == 0 ? -1 : 2 * BitOperations.PopCount((uint)first & (AdvanceXFlag - 1));
            if (table.UInt16(0) == 2)
            {
                _leftClasses = GlyphClasses.ReadClasses(table.From(table.UInt16(8)));
                _rightClasses = GlyphClasses.ReadClasses(table.From(table.UInt16(10)));
            }
        }

        public bool TryFind(ushort left, ushort right, out int value)
        {
            value = 0;
            if (!_coverage.TryGetValue(left, out var position))
            {
                return false;
            }

            return _leftClasses is null ? TryFindPair(position, right, out value) : FindClassPair(left, right, out value);
        }

        private bool TryFindPair(int position, ushort right, out int value)
        {
            value = 0;
            var pairs = _table.From(_table.UInt16(10 + (position * 2)));
            var recordLength = 2 + _valuesLength;
            var (low, high) = (0, pairs.UInt16(0) - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                var record = 2 + (middle * recordLength);
                var glyph = pairs.UInt16(record);
                if (glyph == right)
                {
                    value = _advancePosition < 0 ? 0 : pairs.Int16(record + 2 + _advancePosition);
                    return true;
                }

                (low, high) = glyph < right ? (middle + 1, high) : (low, middle - 1);
            }

            return false;
        }

        private bool FindClassPair(ushort left, ushort right, out int value)
        {
            var (leftClass, rightClass) = (_leftClasses!.GetValueOrDefault(left), _rightClasses!.GetValueOrDefault(right));
            var (leftCount, rightCount) = (_table.UInt16(12), _table.UInt16(14));
            var isInTable = _advancePosition >= 0 && leftClass < leftCount && rightClass < rightCount;
            var record = 16 + (((leftClass * rightCount) + rightClass) * _valuesLength);
            value = isInTable ? _table.Int16(record + _advancePosition) : 0;
            return true;
        }
    }
}
