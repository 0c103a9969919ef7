using System.Text;
using System.Text.Json.Nodes;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>
/// The stored form never drifts: rows live for decades and their hashes are printed on certificates. Each event has one
/// golden body, and the five chained rows have golden hashes, which were computed once outside this product: SHA-256 in
/// Python's hashlib over the fields as <see cref="LedgerHash"/> describes them.
/// </summary>
public sealed class StoredFormTests
{
    private const string EarnedBody =
        """
        {"earningId":"ern_01956cb2-f400-7000-8000-000000000001","courseId":"course-1","courseVersion":2,"courseTitle":"Asthma \"today\" – für alle",
        "providerId":"provider-1","topicId":"topic-1","topicTitle":"<Spacers> & masks","completedAt":"2026-03-01T04:30:00+00:00",
        "completedOn":"2026-02-28","score":91.50,"credits":[{"creditId":"crd_01956cb2-f400-7000-8000-000000000002","creditType":"AMA_PRA_1",
        "hundredths":150,"claimBy":"2029-02-28","claimableUntil":"2029-03-01T06:00:00+00:00","exclusiveGroup":"choice"},
        {"creditId":"crd_01956cb2-f400-7000-8000-000000000003","creditType":"ANCC_CH","hundredths":101,"claimBy":"2029-02-28",
        "claimableUntil":"2029-03-01T06:00:00+00:00"}],"expired":[]}
        """;

    private const string ClaimedBody =
        """
        {"claimId":"clm_01956cb2-f400-7000-8000-000000000004","creditType":"AMA_PRA_1","hundredths":50,"claimedAt":"2026-03-01T12:00:00.1234567+00:00",
        "name":"AAEC/w==","providers":[{"providerId":"provider-1","name":"Northside Academy","address":"1 Harbor Street",
        "accreditationStatement":"Accredited.","jointProviders":["Lakeside"],"signatoryName":"Ada Byrne","signatoryTitle":"Director"}],
        "certificates":[{"certificateId":"crt_01956cb2-f400-7000-8000-000000000005","code":"00000-00000-00000-00000-000001",
        "kind":"participation","templateVersion":1,"courseId":"course-1","courseVersion":2,"courseTitle":"Asthma","format":"live","location":"Chicago, IL",
        "parsActivityId":"201234567","hundredths":50,"designatedHundredths":150,"issuedOn":"2026-03-01","provider":0,"topics":[{"creditId":"crd_01956cb2-f400-7000-8000-000000000002","topicId":"topic-1",
        "title":"Spacers","completedOn":"2026-02-28","hundredths":50}]}],
        "forgone":[{"creditId":"crd_01956cb2-f400-7000-8000-000000000003","hundredths":34}],"expired":[]}
        """;

    private const string ReversedBody =
        """
        {"earningId":"ern_01956cb2-f400-7000-8000-000000000001","reason":"entered by mistake",
        "reversed":[{"creditId":"crd_01956cb2-f400-7000-8000-000000000002","hundredths":100}],
        "flaggedClaims":["clm_01956cb2-f400-7000-8000-000000000004"],"expired":[]}
        """;

    private const string VoidedBody =
        """
        {"claimId":"clm_01956cb2-f400-7000-8000-000000000004","reason":"wrong type",
        "returned":[{"creditId":"crd_01956cb2-f400-7000-8000-000000000002","hundredths":50}],
        "reinstated":[{"creditId":"crd_01956cb2-f400-7000-8000-000000000003","hundredths":34}],
        "reversed":[],"expired":[{"creditId":"crd_01956cb2-f400-7000-8000-000000000002","hundredths":50}]}
        """;

    private const string ExpiredBody =
        """
        {"expired":[{"creditId":"crd_01956cb2-f400-7000-8000-000000000003","hundredths":101}]}
        """;

    public static TheoryData<string, string> Bodies => new()
    {
        { LedgerEventCodec.EarnedKind, EarnedBody },
        { LedgerEventCodec.ClaimedKind, ClaimedBody },
        { LedgerEventCodec.EarningReversedKind, ReversedBody },
        { LedgerEventCodec.ClaimVoidedKind, VoidedBody },
        { LedgerEventCodec.CreditsExpiredKind, ExpiredBody },
    };

    [Fact]
    public void Earning_is_stored_as_these_bytes() => AssertStored(EarnedBody, new Earned
    {
        EarningId = new(Id(1)),
        CourseId = "course-1",
        CourseVersion = 2,
        CourseTitle = "Asthma \"today\" – für alle",
        ProviderId = "provider-1",
        TopicId = "topic-1",
        TopicTitle = "<Spacers> & masks",
        CompletedAt = new(2026, 3, 1, 4, 30, 0, TimeSpan.Zero),
        CompletedOn = new(2026, 2, 28),
        Score = 91.50m,
        Credits =
        [
            new() { CreditId = new(Id(2)), CreditType = "AMA_PRA_1", Hundredths = Amount(150), ClaimBy = new(2029, 2, 28), ClaimableUntil = new(2029, 3, 1, 6, 0, 0, TimeSpan.Zero), ExclusiveGroup = "choice" },
            new() { CreditId = new(Id(3)), CreditType = "ANCC_CH", Hundredths = Amount(101), ClaimBy = new(2029, 2, 28), ClaimableUntil = new(2029, 3, 1, 6, 0, 0, TimeSpan.Zero) },
        ],
    });

    [Theory]
    [InlineData(10)]
    [InlineData(200_000)]
    public void A_body_holds_nothing_of_the_one_written_before_it(int lengthBefore)
    {
        var small = new ClaimVoided { ClaimId = new(Id(4)), Reason = "wrong type", Returned = [] };
        var expected = LedgerEventCodec.Write(small);

        LedgerEventCodec.Write(small with { Reason = new string('x', lengthBefore) });
        Assert.ThrowsAny<Exception>(() => LedgerEventCodec.Write(small with { Returned = default }));

        Assert.Equal(expected, LedgerEventCodec.Write(small));
    }

    [Fact]
    public void Claim_is_stored_as_these_bytes() => AssertStored(ClaimedBody, new Claimed
    {
        ClaimId = new(Id(4)),
        CreditType = "AMA_PRA_1",
        Hundredths = Amount(50),
        ClaimedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_567),
        Name = new(new byte[] { 0, 1, 2, 255 }),
        Providers =
        [
            new()
            {
                ProviderId = "provider-1",
                Name = "Northside Academy",
                Address = "1 Harbor Street",
                AccreditationStatement = "Accredited.",
                JointProviders = ["Lakeside"],
                SignatoryName = "Ada Byrne",
                SignatoryTitle = "Director",
            },
        ],
        Certificates =
        [
            new()
            {
                CertificateId = new(Id(5)),
                Code = "00000-00000-00000-00000-000001",
                Kind = "participation",
                TemplateVersion = 1,
                CourseId = "course-1",
                CourseVersion = 2,
                CourseTitle = "Asthma",
                Format = "live",
                Location = "Chicago, IL",
                ParsActivityId = "201234567",
                Hundredths = Amount(50),
                DesignatedHundredths = Amount(150),
                IssuedOn = new(2026, 3, 1),
                Provider = 0,
                Topics = [new() { CreditId = new(Id(2)), TopicId = "topic-1", Title = "Spacers", CompletedOn = new(2026, 2, 28), Hundredths = Amount(50) }],
            },
        ],
        Forgone = [new(new(Id(3)), Amount(34))],
    });

    [Fact]
    public void Reversal_is_stored_as_these_bytes() => AssertStored(ReversedBody, new EarningReversed
    {
        EarningId = new(Id(1)),
        Reason = "entered by mistake",
        Reversed = [new(new(Id(2)), Amount(100))],
        FlaggedClaims = [new(Id(4))],
    });

    [Fact]
    public void Voiding_is_stored_as_these_bytes() => AssertStored(VoidedBody, new ClaimVoided
    {
        ClaimId = new(Id(4)),
        Reason = "wrong type",
        Returned = [new(new(Id(2)), Amount(50))],
        Reinstated = [new(new(Id(3)), Amount(34))],
        Expired = [new(new(Id(2)), Amount(50))],
    });

    [Fact]
    public void Expiry_is_stored_as_these_bytes() => AssertStored(ExpiredBody, new CreditsExpired { Expired = [new(new(Id(3)), Amount(101))] });

    [Fact]
    public void Chain_of_the_golden_rows_has_these_hashes()
    {
        string[] expected =
        [
            "7e6d140e6a33e16c81e220ef254e755f28830f3d0516ef68bdfcea0551e03791",
            "693fdd2a38b2ab623f8e916191a94998d36b4fecb913c50af2a9595a46b89d11",
            "8e430600a2b5c267010d27abb567fd4dc13bb1f80fdde4ace9780a865d992225",
            "a951adb13fcba8df09bd17ecd2aca612e2040ea6c331bcb42b9c5ca73b6f8860",
            "50e51c513de8fd4d90472839c0a364bcbe8c16145f313d6fd1e0442dc1937fa3",
        ];

        var hashes = new List<string>();
        var previous = LedgerHash.Genesis.ToArray();
        foreach (var row in Bodies)
        {
            previous = LedgerHash.Compute("learner-1", hashes.Count + 1, row.Data.Item1, previous, Bytes(row.Data.Item2));
            hashes.Add(Convert.ToHexStringLower(previous));
        }

        Assert.Equal(expected, hashes);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Golden_body_is_read_and_written_again(string kind, string body) =>
        Assert.Equal(OneLine(body), Encoding.UTF8.GetString(LedgerEventCodec.Write(LedgerEventCodec.Read(kind, Bytes(body)))));

    /// <summary>Every property is cut out, doubled, set to null or to another kind of value in turn; so is the kind of the row.</summary>
    [Theory]
    [MemberData(nameof(Bodies))]
    public void Body_that_is_not_what_its_kind_says_is_unreadable(string kind, string body)
    {
        var line = OneLine(body);
        string[] bad =
        [
            "",
            "null",
            "[]",
            "{}",
            line[..^1],
            line + line,
            line.Replace("\"expired\":[", "\"expired\":null,\"more\":[", StringComparison.Ordinal),
            line.Replace("\"expired\":[", "\"expired\":[],\"expired\":[", StringComparison.Ordinal),
            line.Replace("{\"", "{\"unknown\":1,\"", StringComparison.Ordinal),
            line.Replace("Id\":\"", "Id\":\"x", StringComparison.Ordinal),
            line.Replace("Id\":\"", "Id\":7,\"x\":\"", StringComparison.Ordinal),
            line.Replace("Id\":\"", "Id\":null,\"x\":\"", StringComparison.Ordinal),
            line.Replace("undredths\":", "undredths\":-", StringComparison.Ordinal),
            line.Replace("undredths\":", "undredths\":0.", StringComparison.Ordinal),
            line.Replace("undredths\":", "undredths\":9223372036854775808", StringComparison.Ordinal),
        ];

        Assert.All(bad, changed => Assert.Throws<LedgerRowUnreadableException>(() => LedgerEventCodec.Read(kind, Encoding.UTF8.GetBytes(changed))));
        Assert.Throws<LedgerRowUnreadableException>(() => LedgerEventCodec.Read(kind, [0xFF, .. Bytes(body)]));
        Assert.All(["", "earned", "earned.v2", "EARNED.V1"], unknown => Assert.Throws<LedgerRowUnreadableException>(() => LedgerEventCodec.Read(unknown, Bytes(body))));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Only_the_score_may_be_missing(string kind, string body)
    {
        var names = JsonNode.Parse(body)!.AsObject().Select(property => property.Key).ToArray();
        Assert.All(names.Where(name => name != "score"), name =>
        {
            var rest = JsonNode.Parse(body)!.AsObject();
            rest.Remove(name);
            Assert.Throws<LedgerRowUnreadableException>(() => LedgerEventCodec.Read(kind, Encoding.UTF8.GetBytes(rest.ToJsonString())));
        });
    }

    [Fact]
    public void Name_of_course_that_is_null_is_unreadable()
    {
        var body = OneLine(EarnedBody).Replace("\"courseTitle\":\"Asthma \\\"today\\\" – für alle\"", "\"courseTitle\":null", StringComparison.Ordinal);

        Assert.Contains("null", body, StringComparison.Ordinal);
        Assert.Throws<LedgerRowUnreadableException>(() => LedgerEventCodec.Read(LedgerEventCodec.EarnedKind, Encoding.UTF8.GetBytes(body)));
    }

    private static void AssertStored(string expected, LedgerEvent happened) =>
        Assert.Equal(OneLine(expected), Encoding.UTF8.GetString(LedgerEventCodec.Write(happened)));

    private static Guid Id(int n) => Guid.Parse($"01956cb2-f400-7000-8000-{n:000000000000}");

    private static CreditAmount Amount(long hundredths) => CreditAmount.FromHundredths(hundredths);

    /// <summary>The bodies stand in lines of this file; stored, they are one line.</summary>
    private static string OneLine(string body) => body.ReplaceLineEndings("");

    private static byte[] Bytes(string body) => Encoding.UTF8.GetBytes(OneLine(body));
}
