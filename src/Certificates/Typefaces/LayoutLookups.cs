using System.Text;

namespace CmeOrleans.Certificates.Typefaces;

/// <summary>Finds the lookups of one feature in a <c>GPOS</c> or <c>GSUB</c> table, for the default script or Latin.</summary>
internal static class LayoutLookups
{
    /// <summary>The subtables of the feature's lookups of one type, in the order in which they apply.</summary>
    /// <param name="table">The whole layout table.</param>
    /// <param name="feature">A feature tag such as <c>kern</c>.</param>
    /// <param name="type">The lookup type that the caller can read.</param>
    /// <param name="extensionType">The type under which that table wraps subtables with long offsets.</param>
    public static List<List<TableReader>> Find(TableReader table, string feature, int type, int extensionType)
    {
        var lookups = new List<List<TableReader>>();
        var lookupList = table.From(table.UInt16(8));
        foreach (var index in LookupIndexes(table, feature))
        {
            var lookup = lookupList.From(lookupList.UInt16(2 + (index * 2)));
            var subtables = new List<TableReader>();
            for (var position = 0; position < lookup.UInt16(4); position++)
            {
                var (subtableType, subtable) = (lookup.UInt16(0), lookup.From(lookup.UInt16(6 + (position * 2))));
                if (subtableType == extensionType)
                {
                    (subtableType, subtable) = (subtable.UInt16(2), subtable.From(subtable.Offset32(4)));
                }

                if (subtableType == type)
                {
                    subtables.Add(subtable);
                }
            }

            lookups.Add(subtables);
        }

        return lookups;
    }

    private static SortedSet<int> LookupIndexes(TableReader table, string feature)
    {
        var indexes = new SortedSet<int>();
        var features = table.From(table.UInt16(6));
        foreach (var featureIndex in FeatureIndexes(table.From(table.UInt16(4))))
        {
            var record = features.From(2 + (featureIndex * 6));
            if (Tag(record) != feature)
            {
                continue;
            }

            var lookups = features.From(record.UInt16(4));
            for (var index = 0; index < lookups.UInt16(2); index++)
            {
                indexes.Add(lookups.UInt16(4 + (index * 2)));
            }
        }

        return indexes;
    }

    private static IEnumerable<int> FeatureIndexes(TableReader scripts)
    {
        for (var index = 0; index < scripts.UInt16(0); index++)
        {
            var record = scripts.From(2 + (index * 6));
            if (Tag(record) is not ("DFLT" or "latn" or "cyrl" or "grek"))
            {
                continue;
            }

            var script = scripts.From(record.UInt16(4));
            if (script.UInt16(0) == 0)
            {
                continue;
            }

            var language = script.From(script.UInt16(0));
            for (var position = 0; position < language.UInt16(4); position++)
            {
                yield return language.UInt16(6 + (position * 2));
            }
        }
    }

    private static string Tag(TableReader record) => Encoding.ASCII.GetString(record.Bytes.Span[..4]);
}
