using System.Text;
using System.Text.RegularExpressions;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Transcripts;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Tests.Support;

namespace CmeOrleans.Grains.Tests;

/// <summary>
/// Who a learner is stays out of the store's bytes and out of the log. Method: a profile with facts that occur nowhere else
/// goes all its ways, good and bad; then everything that was stored and logged is searched for each of the facts.
/// </summary>
public sealed partial class PersonalDataTests
{
    private const string AbpType = "ABP_MOC_2";

    private static readonly LearnerProfile Person = new()
    {
        DisplayName = "Quillon Verhaegen",
        Profession = "physicianMd",
        Degrees = "MD",
        Email = "q.verhaegen@hospital.example",
        AbpId = "ABP-5501937264",
        AbimId = "ABIM-88172093",
        Npi = "1730254986",
        BirthMonthDay = "02-29",
        ConsentsToAbpReporting = true,
    };

    /// <summary>The facts and the parts by which they are known.</summary>
    public static TheoryData<string> Facts { get; } =
        [Person.DisplayName, "Quillon", "Verhaegen", Person.Email!, Person.AbpId!, Person.AbimId!, Person.Npi!, Person.BirthMonthDay!];

    [Fact]
    public async Task No_fact_of_a_profile_is_stored_in_clear()
    {
        await using var node = await LedgerNode.StartAsync();
        await LiveAsync(node);

        // What the names of things are made of at random is not a birthday.
        var stored = Uuid().Replace(Encoding.Latin1.GetString(await node.ReadStoredBytesAsync()), "");

        Assert.All(Facts, fact => Assert.Empty(FindAll(stored, fact)));
        Assert.NotEmpty(FindAll(stored, Scene.Course().Title));
        Assert.NotEmpty(FindAll(stored, Scene.LearnerId));
    }

    /// <summary>The search above is worth as much as what it can find: a fact in the text of a state, and in the bytes of one.</summary>
    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_in_clear_is_found_as_text_and_as_bytes_of_a_state(string fact)
    {
        Assert.NotEmpty(FindAll($"{{\"fact\":\"{fact}\"}}", fact));
        Assert.NotEmpty(FindAll(Encoding.Latin1.GetString(Encoding.Unicode.GetBytes($"A fact: {fact}.")), fact));
        Assert.All(Enumerable.Range(0, 6), before =>
            Assert.NotEmpty(FindAll(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{new string('x', before)}{fact}, and more")), fact)));
    }

    [Fact]
    public async Task No_fact_of_a_profile_is_logged_at_any_level()
    {
        using var log = new LogLines();
        await using var node = await LedgerNode.StartAsync(log);
        await LiveAsync(node);

        Assert.Contains(log.All, line => line.Contains($"A command on the ledger of learner {Scene.LearnerId} did not end", StringComparison.Ordinal));
        Assert.All(log.All, line => Assert.All(Facts, fact => Assert.DoesNotContain(fact, Uuid().Replace(line, ""), StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Puts the profile, claims two types, has every paper made, and meets refusals and a fault on the way.</summary>
    private static async Task LiveAsync(LedgerNode node)
    {
        var scene = await new Scene(node).SetAsync();
        var learner = scene.Learner;
        var course = Scene.Course(topicsCount: 2) with
        {
            Offerings = [new() { CreditType = Scene.Ama, MaximumHundredths = 1000 }, new() { CreditType = AbpType, MaximumHundredths = 1000 }],
            Topics =
            [
                new() { TopicId = "t1", Title = "Topic 1", Credits = [new() { CreditType = Scene.Ama, AmountHundredths = 150 }] },
                new() { TopicId = "t2", Title = "Topic 2", Credits = [new() { CreditType = AbpType, AmountHundredths = 200 }] },
            ],
        };
        Assert.Equal(Outcome.Done, (await node.Grains.GetGrain<ICourseGrain>(Scene.CourseId).PutAsync(course, null)).Outcome);
        Assert.Equal(Outcome.Done, (await learner.PutProfileAsync(Person, null)).Outcome);
        Assert.Equal(Outcome.Refused, (await learner.PutProfileAsync(Person with { DisplayName = "Quillon Verhaegen 3" }, null)).Outcome);
        Assert.Equal(Outcome.VersionConflict, (await learner.PutProfileAsync(Person, "\"another\"")).Outcome);
        Assert.Equal(Person, (await learner.GetProfileAsync())!.Value);
        await scene.EarnAsync("t1", "t2");

        node.Journal.LoseNextAnswer();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => learner.ClaimAsync(Scene.ClaimAll("c1")));
        var claim = (await learner.ClaimAsync(Scene.ClaimAll("c1"))).Value!;
        Assert.Equal(Outcome.Done, (await learner.ClaimAsync(Scene.ClaimAll("c2") with { CreditType = AbpType })).Outcome);
        Assert.Single(node.Journal.Last!.ReportLines);
        Assert.Equal(Outcome.Refused, (await learner.ClaimAsync(Scene.ClaimAll("c3"))).Outcome);

        var certificateId = claim.Certificates[0].CertificateId;
        Assert.Contains(Person.DisplayName, TextOf(await node.Grains.GetGrain<IClaimDocumentGrain>(GrainKeys.Join(Scene.LearnerId, claim.ClaimId)).GetDocumentAsync()), StringComparison.Ordinal);
        Assert.Contains(Person.DisplayName, TextOf(await node.Grains.GetGrain<ICertificateGrain>(GrainKeys.Join(Scene.LearnerId, certificateId)).GetDocumentAsync()), StringComparison.Ordinal);
        Assert.Contains(Person.AbpId!, TextOf((await node.Grains.GetGrain<IBoardEvidenceGrain>(GrainKeys.Join(Scene.LearnerId, certificateId)).MakeAsync("abp")).Value), StringComparison.Ordinal);
        Assert.Contains(Person.DisplayName, TextOf((await node.Grains.GetGrain<ITranscriptGrain>(Scene.LearnerId).PrintAsync(new())).Value), StringComparison.Ordinal);
        Assert.Equal(Person.DisplayName, (await learner.VerifyCertificateAsync(certificateId))!.DisplayName);
    }

    private static string TextOf(DocumentAnswer? paper) => Encoding.UTF8.GetString(paper!.Pdf!.Value.Span);

    /// <summary>Where the bytes, one per character, have the text: as UTF-8, as UTF-16, or inside of something written as base64.</summary>
    private static IEnumerable<int> FindAll(string bytes, string text)
    {
        var clear = Encoding.UTF8.GetBytes(text);
        (string Form, StringComparison Comparison)[] forms =
        [
            (text, StringComparison.OrdinalIgnoreCase),
            (Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(text)), StringComparison.OrdinalIgnoreCase),
            .. Enumerable.Range(0, 3).Select(bytesBefore => (InsideBase64(clear, bytesBefore), StringComparison.Ordinal)),
        ];
        return forms.Select(form => bytes.IndexOf(form.Form, form.Comparison)).Where(index => index >= 0);
    }

    /// <summary>The digits that are the same whatever stands around the bytes, which begin so many bytes after a whole group.</summary>
    private static string InsideBase64(byte[] clear, int bytesBefore)
    {
        const int bitsOfDigit = 6;
        var digits = Convert.ToBase64String([.. new byte[bytesBefore], .. clear]);
        return digits[((bytesBefore * 8 + bitsOfDigit - 1) / bitsOfDigit)..((bytesBefore + clear.Length) * 8 / bitsOfDigit)];
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Uuid();
}
