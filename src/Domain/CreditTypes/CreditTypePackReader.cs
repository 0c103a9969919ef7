using System.Collections.Immutable;
using System.Text.Json;
using CmeOrleans.Domain.Certificates;

namespace CmeOrleans.Domain.CreditTypes;

/// <summary>Reads <see cref="CreditTypePack"/>. Strict, because a rule misread at start would be wrong on every claim.</summary>
internal static class CreditTypePackReader
{
    /// <summary>The only layout of the file so far.</summary>
    private const int LayoutVersion = 1;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    public static CreditTypePack Read(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = ParseDocument(utf8Json);
        var root = new PackObject(document.RootElement, "$");
        root.RequireOnly("layoutVersion", "creditTypes");
        if (root.Integer("layoutVersion") != LayoutVersion)
        {
            throw PackObject.Fault("$.layoutVersion", $"is {LayoutVersion} in files that this version reads");
        }

        var elements = root.Array("creditTypes", CreditTypePack.CreditTypesMax);
        if (elements.IsEmpty)
        {
            throw PackObject.Fault("$.creditTypes", "has at least one credit type");
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        var creditTypes = ImmutableArray.CreateBuilder<CreditType>(elements.Length);
        for (var index = 0; index < elements.Length; index++)
        {
            var path = $"$.creditTypes[{index}]";
            var creditType = ReadCreditType(new(elements[index], path));
            if (!codes.Add(creditType.Code))
            {
                throw PackObject.Fault($"{path}.code", $"{creditType.Code} is in the pack twice");
            }

            creditTypes.Add(creditType);
        }

        return new(creditTypes.ToImmutable());
    }

    private static JsonDocument ParseDocument(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            return JsonDocument.Parse(utf8Json, Options);
        }
        catch (JsonException exception)
        {
            throw new CreditTypePackException($"The pack of credit types is not valid JSON: {exception.Message}", exception);
        }
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

        RequireWhole(creditType, item.Path);
        return creditType;
    }

    private static string ReadCode(PackObject item)
    {
        var code = item.Text("code", 40);
        var isWellFormed = char.IsAsciiLetterUpper(code[0])
            && code.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_');
        return isWellFormed
            ? code
            : throw PackObject.Fault($"{item.Path}.code", "has capital letters, digits and underscores and begins with a letter");
    }

    private static void RequireWhole(CreditType creditType, string path)
    {
        if (creditType.Professions.IsEmpty)
        {
            throw PackObject.Fault($"{path}.professions", "names at least one profession");
        }

        if (creditType.IsOfferable && creditType.Designation is null)
        {
            throw PackObject.Fault($"{path}.designation", "is given for credit that has certificates");
        }

        if (!creditType.IsOfferable && !creditType.SelfReportable)
        {
            throw PackObject.Fault($"{path}.selfReportable", "is true for credit without certificates; nobody could obtain it otherwise");
        }
    }
}
