using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Packs;

namespace CmeOrleans.Domain.Tests.CreditTypes;

/// <summary>The pack that ships, and the strictness with which a pack is read.</summary>
public sealed class CreditTypePackTests
{
    private static readonly byte[] ShippedBytes = ReadShipped();

    private readonly CreditTypePack _shipped = CreditTypePack.Parse(ShippedBytes);

    [Fact]
    public void Shipped_pack_has_the_codes_of_the_contract_in_order() => Assert.Equal(
        [
            "AMA_PRA_1", "AMA_PRA_2", "AAFP_PRESCRIBED", "AAPA_1", "ACEP_1", "AAP", "ANCC_CH", "ABP_MOC_2", "ABIM_MOC",
            "AOA_1A", "AOA_1B", "AOA_2A", "AOA_2B", "STATE_CME",
        ],
        _shipped.CreditTypes.Select(creditType => creditType.Code));

    [Fact]
    public void Shipped_types_are_whole()
    {
        Assert.All(_shipped.CreditTypes, creditType =>
        {
            Assert.True(creditType.Step > CreditAmount.Zero && creditType.Step <= CreditAmount.FromHundredths(25));
            Assert.NotEmpty(creditType.Professions);
            Assert.NotEmpty(creditType.Source);
            Assert.InRange(creditType.AsOf, new DateOnly(2026, 1, 1), new DateOnly(2100, 1, 1));
            Assert.NotEqual(creditType.Singular.Text, creditType.Plural.Text);
        });
    }

    [Fact]
    public void Only_category_2_is_self_reported_and_it_has_no_certificate()
    {
        var selfReported = Assert.Single(_shipped.CreditTypes, creditType => creditType.SelfReportable);

        Assert.Equal("AMA_PRA_2", selfReported.Code);
        Assert.False(selfReported.IsOfferable);
        Assert.All(ProfessionNames.All, profession => Assert.Equal(CertificateKind.None, selfReported.CertificateKindFor(profession)));
    }

    [Theory]
    [InlineData("AMA_PRA_1", Profession.PhysicianMd, CertificateKind.Participation)]
    [InlineData("AMA_PRA_1", Profession.PhysicianDo, CertificateKind.Participation)]
    [InlineData("AMA_PRA_1", Profession.Nurse, CertificateKind.Attendance)]
    [InlineData("AMA_PRA_1", Profession.PhysicianAssistant, CertificateKind.Attendance)]
    [InlineData("ANCC_CH", Profession.Nurse, CertificateKind.Participation)]
    [InlineData("ANCC_CH", Profession.PhysicianMd, CertificateKind.Attendance)]
    [InlineData("AOA_1A", Profession.PhysicianMd, CertificateKind.Attendance)]
    [InlineData("STATE_CME", Profession.Other, CertificateKind.Participation)]
    public void Kind_of_certificate_follows_from_the_profession(string code, Profession profession, CertificateKind expected) =>
        Assert.Equal(expected, _shipped[code].CertificateKindFor(profession));

    [Fact]
    public void Phrase_of_the_ama_has_its_italics_and_its_mark()
    {
        var one = _shipped["AMA_PRA_1"].PhraseFor(CreditAmount.FromHundredths(100));
        var many = _shipped["AMA_PRA_1"].PhraseFor(CreditAmount.FromHundredths(125));

        Assert.Equal("AMA PRA Category 1 Credit™", one.Text);
        Assert.Equal([new("AMA PRA Category 1 Credits", true), new("™", false)], many.Runs);
    }

    [Fact]
    public void Only_abp_credit_needs_facts_of_the_profile()
    {
        Assert.Equal(
            [ProfileFact.AbpDiplomateId, ProfileFact.BirthMonthDay, ProfileFact.AbpReportingConsent],
            _shipped["ABP_MOC_2"].RequiredProfileFacts);
        Assert.All(_shipped.CreditTypes.Where(creditType => creditType.Code != "ABP_MOC_2"), creditType => Assert.Empty(creditType.RequiredProfileFacts));
    }

    [Fact]
    public void Unknown_code_is_not_found()
    {
        Assert.False(_shipped.TryFind("ama_pra_1", out _));
        Assert.False(_shipped.TryFind(null, out _));
        Assert.Throws<KeyNotFoundException>(() => _shipped["NONE"]);
    }

    [Theory]
    [InlineData("code", "\"ama\"", "$.creditTypes[0].code")]
    [InlineData("code", "\"1_AMA\"", "$.creditTypes[0].code")]
    [InlineData("code", "\"AMA_PRA_2\"", "$.creditTypes[1].code")]
    [InlineData("name", "\"\"", "$.creditTypes[0].name")]
    [InlineData("name", "7", "$.creditTypes[0].name")]
    [InlineData("owner", null, "$.creditTypes[0].owner")]
    [InlineData("unit", "\"mile\"", "$.creditTypes[0].unit")]
    [InlineData("step", "0", "$.creditTypes[0].step")]
    [InlineData("step", "-0.25", "$.creditTypes[0].step")]
    [InlineData("step", "0.255", "$.creditTypes[0].step")]
    [InlineData("step", "1000000.01", "$.creditTypes[0].step")]
    [InlineData("step", "1e40", "$.creditTypes[0].step")]
    [InlineData("step", "\"0.25\"", "$.creditTypes[0].step")]
    [InlineData("professions", "[]", "$.creditTypes[0].professions")]
    [InlineData("professions", "[\"surgeon\"]", "$.creditTypes[0].professions[0]")]
    [InlineData("professions", "[\"nurse\", \"nurse\"]", "$.creditTypes[0].professions[1]")]
    [InlineData("professions", "[7]", "$.creditTypes[0].professions[0]")]
    [InlineData("certificateKind", "\"diploma\"", "$.creditTypes[0].certificateKind")]
    [InlineData("certificateKind", "\"none\"", "$.creditTypes[0].selfReportable")]
    [InlineData("singular", "\"*AMA\"", "$.creditTypes[0].singular")]
    [InlineData("plural", "\"**\"", "$.creditTypes[0].plural")]
    [InlineData("designation", null, "$.creditTypes[0].designation")]
    [InlineData("designation", "\"for {amount}\"", "$.creditTypes[0].designation")]
    [InlineData("designation", "\"for {maximum\"", "$.creditTypes[0].designation")]
    [InlineData("designation", "\"for maximum}\"", "$.creditTypes[0].designation")]
    [InlineData("selfReportable", "\"no\"", "$.creditTypes[0].selfReportable")]
    [InlineData("selfReportable", null, "$.creditTypes[0].selfReportable")]
    [InlineData("requiredProfileFacts", "[\"boardIds.xyz\"]", "$.creditTypes[0].requiredProfileFacts[0]")]
    [InlineData("source", "\" \"", "$.creditTypes[0].source")]
    [InlineData("asOf", "\"2026-13-01\"", "$.creditTypes[0].asOf")]
    [InlineData("asOf", "\"22.11.2026\"", "$.creditTypes[0].asOf")]
    [InlineData("surprise", "1", "$.creditTypes[0].surprise")]
    public void Each_bad_value_is_named_with_its_place(string field, string? json, string place)
    {
        var pack = JsonNode.Parse(ShippedBytes)!;
        var first = pack["creditTypes"]![0]!.AsObject();
        first.Remove(field);
        if (json is not null)
        {
            first.Add(field, JsonNode.Parse(json));
        }

        RequireRefused(pack.ToJsonString(), place);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{\"layoutVersion\":1,", "not valid JSON")]
    [InlineData("{\"layoutVersion\":1,\"layoutVersion\":1,\"creditTypes\":[]}", "not valid JSON")]
    [InlineData("[]", "$:")]
    [InlineData("{\"creditTypes\":[]}", "$.layoutVersion")]
    [InlineData("{\"layoutVersion\":2,\"creditTypes\":[]}", "$.layoutVersion")]
    [InlineData("{\"layoutVersion\":1.5,\"creditTypes\":[]}", "$.layoutVersion")]
    [InlineData("{\"layoutVersion\":1}", "$.creditTypes")]
    [InlineData("{\"layoutVersion\":1,\"creditTypes\":[]}", "$.creditTypes")]
    [InlineData("{\"layoutVersion\":1,\"creditTypes\":{}}", "$.creditTypes")]
    [InlineData("{\"layoutVersion\":1,\"creditTypes\":[1]}", "$.creditTypes[0]")]
    [InlineData("{\"layoutVersion\":1,\"creditTypes\":[],\"more\":1}", "$.more")]
    public void Each_bad_file_is_refused_with_the_reason(string json, string reason) => RequireRefused(json, reason);

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Count_of_types_is_bounded(int count, bool isRead)
    {
        var pack = JsonNode.Parse(ShippedBytes)!;
        var first = pack["creditTypes"]![0]!.ToJsonString();
        pack["creditTypes"] = new JsonArray([.. Enumerable.Range(1, count).Select(number => JsonNode.Parse(first.Replace("AMA_PRA_1", $"T{number}", StringComparison.Ordinal)))]);
        if (isRead)
        {
            Assert.Equal(count, CreditTypePack.Parse(JsonSerializer.SerializeToUtf8Bytes(pack)).CreditTypes.Length);
        }
        else
        {
            RequireRefused(pack.ToJsonString(), "at most 200");
        }
    }

    [Fact]
    public void Names_of_professions_and_facts_come_back()
    {
        Assert.All(ProfessionNames.All, profession => Assert.True(ProfessionNames.TryParse(profession.ToApiName(), out var parsed) && parsed == profession));
        Assert.All(ProfileFactNames.All, fact => Assert.True(ProfileFactNames.TryParse(fact.ToProfilePath(), out var parsed) && parsed == fact));
        Assert.Equal(Enum.GetValues<Profession>().Length - 1, ProfessionNames.All.Length);
        Assert.Equal(Enum.GetValues<ProfileFact>().Length - 1, ProfileFactNames.All.Length);
        Assert.False(ProfessionNames.TryParse("PhysicianMd", out _));
    }

    private static void RequireRefused(string json, string reason)
    {
        var exception = Assert.Throws<PackException>(() => CreditTypePack.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    private static byte[] ReadShipped()
    {
        using var stream = typeof(CreditTypePackTests).Assembly.GetManifestResourceStream("credit-types.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
