using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Packs;

namespace CmeOrleans.Domain.Requirements;

/// <summary>Reads <see cref="RequirementPack"/>. Strict, because a rule misread at start would tell people that they need do no more.</summary>
internal sealed class RequirementPackReader(CreditTypePack creditTypes)
{
    /// <summary>The longest cycle, ten years.</summary>
    private const int CycleMonthsMax = 120;

    private const int BucketsMax = 20;
    private const int TextsMax = 30;
    private const int TextLengthMax = 300;
    private const string PackName = "requirements";
    private const string ListName = "requirements";

    /// <summary>A rule that still needs confirming does not ship.</summary>
    private const string HighConfidence = "high";

    public static RequirementPack Read(ReadOnlyMemory<byte> utf8Json, CreditTypePack creditTypes) =>
        PackFile.Read(utf8Json, PackName, ListName, new RequirementPackReader(creditTypes).ReadPack);

    private RequirementPack ReadPack(PackObject root)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return new(root.Items(ListName, RequirementPack.RequirementsMax, item =>
        {
            var requirement = ReadRequirement(item);
            return ids.Add(requirement.Id) ? requirement : throw item.Fault($"{item.Path}.id", $"{requirement.Id} is in the pack twice");
        }));
    }

    private Requirement ReadRequirement(PackObject item)
    {
        item.RequireOnly(
            "id", "authority", "jurisdiction", "professions", "cycleMonths", "cycleEnd", "buckets", "alsoAskedFor", "notes", "effectiveFrom", "source",
            "asOf", "confidence");

        var bucketIds = new HashSet<string>(StringComparer.Ordinal);
        var requirement = new Requirement
        {
            Id = ReadId(item),
            Authority = item.Text("authority", 200),
            Jurisdiction = item.Text("jurisdiction", 100),
            Professions = item.NamedList<Profession>("professions", ProfessionNames.TryParse),
            CycleMonths = item.Integer("cycleMonths"),
            CycleEnd = item.Text("cycleEnd", TextLengthMax),
            Buckets = item.Items("buckets", BucketsMax, bucket =>
            {
                var read = ReadBucket(bucket);
                return bucketIds.Add(read.Id) ? read : throw bucket.Fault($"{bucket.Path}.id", $"{read.Id} is in the requirement twice");
            }),
            AlsoAskedFor = item.Texts("alsoAskedFor", TextsMax, TextLengthMax),
            Notes = item.Texts("notes", TextsMax, TextLengthMax),
            EffectiveFrom = item.Date("effectiveFrom"),
            Source = item.Text("source", 1_000),
            AsOf = item.Date("asOf"),
            Confidence = item.Text("confidence", 10),
        };
        RequireWhole(requirement, item);
        return requirement;
    }

    private RequirementBucket ReadBucket(PackObject item)
    {
        item.RequireOnly("id", "name", "minimum", "unit", "creditTypes");
        return new()
        {
            Id = ReadId(item),
            Name = item.Text("name", 100),
            Minimum = item.PositiveAmount("minimum"),
            Unit = item.Named<CreditUnit>("unit", CreditUnitNames.TryParse),
            CreditTypes = item.NamedList<string>("creditTypes", TryFindCode) is { IsEmpty: false } codes
                ? codes
                : throw item.Fault($"{item.Path}.creditTypes", "names at least one credit type"),
        };
    }

    private bool TryFindCode(string? code, out string found)
    {
        found = code ?? "";
        return creditTypes.TryFind(code, out _);
    }

    private static string ReadId(PackObject item)
    {
        var id = item.Text("id", 40);
        return char.IsAsciiLetterLower(id[0]) && id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
            ? id
            : throw item.Fault($"{item.Path}.id", "has small letters, digits and dashes and begins with a letter");
    }

    private static void RequireWhole(Requirement requirement, PackObject item)
    {
        if (requirement.Professions.IsEmpty)
        {
            throw item.Fault($"{item.Path}.professions", "names at least one profession");
        }

        if (requirement.CycleMonths is < 1 or > CycleMonthsMax)
        {
            throw item.Fault($"{item.Path}.cycleMonths", $"is 1 to {CycleMonthsMax}");
        }

        if (requirement.Confidence != HighConfidence)
        {
            throw item.Fault($"{item.Path}.confidence", $"is {HighConfidence}");
        }
    }
}
