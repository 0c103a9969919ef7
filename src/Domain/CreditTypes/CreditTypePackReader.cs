using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Packs;

namespace CmeOrleans.Domain.CreditTypes;

/// <summary>Reads <see cref="CreditTypePack"/>. Strict, because a rule misread at start would be wrong on every claim.</summary>
internal static class CreditTypePackReader
{
    private const string PackName = "credit types";
    private const string ListName = "creditTypes";

    public static CreditTypePack Read(ReadOnlyMemory<byte> utf8Json) => PackFile.Read(utf8Json, PackName, ListName, ReadPack);

    private static CreditTypePack ReadPack(PackObject root)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        return new(root.Items(ListName, CreditTypePack.CreditTypesMax, item =>
        {
            var creditType = ReadCreditType(item);
            return codes.Add(creditType.Code) ? creditType : throw item.Fault($"{item.Path}.code", $"{creditType.Code} is in the pack twice");
        }));
    }

    private static CreditType ReadCreditType(PackObject item)
    {
        item.RequireOnly(
            "code", "name", "owner", "unit", "step", "professions", "certificateKind", "singular", "plural",
            "designation", "selfReportable", "requiredProfileFacts", "source", "asOf", "note");

        var creditType = new CreditType
        {
            Code = ReadCode(item),
            Name = item.Text("name", 100),
            Owner = item.Text("owner", 200),
            Unit = item.Named<CreditUnit>("unit", CreditUnitNames.TryParse),
            Step = item.PositiveAmount("step"),
            Professions = item.NamedList<Profession>("professions", ProfessionNames.TryParse),
            CertificateKind = item.Named<CertificateKind>("certificateKind", CertificateKindNames.TryParse),
            Singular = item.Parsed("singular", CreditPhrase.TextLengthMax * 2, CreditPhrase.Parse),
            Plural = item.Parsed("plural", CreditPhrase.TextLengthMax * 2, CreditPhrase.Parse),
            Designation = item.Has("designation")
                ? item.Parsed("designation", DesignationTemplate.TextLengthMax, DesignationTemplate.Parse)
                : null,
            SelfReportable = item.Flag("selfReportable"),
            RequiredProfileFacts = item.NamedList<ProfileFact>("requiredProfileFacts", ProfileFactNames.TryParse),
            Source = item.Text("source", 1_000),
            AsOf = item.Date("asOf"),
            Note = item.Has("note") ? item.Text("note", 1_000) : null,
        };

        RequireWhole(creditType, item);
        return creditType;
    }

    private static string ReadCode(PackObject item)
    {
        var code = item.Text("code", 40);
        var isWellFormed = char.IsAsciiLetterUpper(code[0])
            && code.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_');
        return isWellFormed
            ? code
            : throw item.Fault($"{item.Path}.code", "has capital letters, digits and underscores and begins with a letter");
    }

    private static void RequireWhole(CreditType creditType, PackObject item)
    {
        if (creditType.Professions.IsEmpty)
        {
            throw item.Fault($"{item.Path}.professions", "names at least one profession");
        }

        if (creditType.IsOfferable && creditType.Designation is null)
        {
            throw item.Fault($"{item.Path}.designation", "is given for credit that has certificates");
        }

        if (!creditType.IsOfferable && !creditType.SelfReportable)
        {
            throw item.Fault($"{item.Path}.selfReportable", "is true for credit without certificates; nobody could obtain it otherwise");
        }
    }
}
