using System.Text;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Transcripts;
using CmeOrleans.Grains.Tests.Support;

namespace CmeOrleans.Grains.Tests;

public sealed class TranscriptGrainTests
{
    [Fact]
    public async Task What_was_claimed_is_listed_and_what_was_taken_back_is_not()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1", "t2");
        var claim = (await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"))).Value!;
        var transcripts = node.Grains.GetGrain<ITranscriptGrain>(Scene.LearnerId);

        var before = (await transcripts.ReadAsync(new())).Value!;
        await scene.Learner.VoidClaimAsync(new() { Key = "v1", Tenant = Scene.Tenant, ClaimId = claim.ClaimId, Reason = "by mistake" });
        var after = (await transcripts.ReadAsync(new())).Value!;

        Assert.Equal(["Topic 1", "Topic 2"], before.Lines.Select(line => line.TopicTitle));
        Assert.All(before.Lines, line => Assert.Equal((150L, "participation", claim.Certificates[0].Code), (line.AmountHundredths, line.Kind, line.Code)));
        Assert.Equal(("Ana Ruiz", claim.Version), (before.DisplayName, before.Version));
        Assert.Empty(after.Lines);
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-02", 1)]
    [InlineData("2026-03-03", null, 0)]
    [InlineData(null, "2026-03-01", 0)]
    public async Task Both_ends_of_a_period_belong_to_it(string? from, string? to, int linesCount)
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));

        var answer = await node.Grains.GetGrain<ITranscriptGrain>(Scene.LearnerId).ReadAsync(new() { From = Day(from), To = Day(to) });

        Assert.Equal(linesCount, answer.Value!.Lines.Length);
    }

    [Fact]
    public async Task Paper_holds_the_lines_and_is_the_same_when_printed_again()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        var claim = (await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"))).Value!;
        var transcripts = node.Grains.GetGrain<ITranscriptGrain>(Scene.LearnerId);

        var first = (await transcripts.PrintAsync(new())).Value!;
        var second = (await transcripts.PrintAsync(new())).Value!;

        Assert.Contains($"2026-03-02|Cardiology Update|Topic 1|1.50|Participation|{claim.Certificates[0].Code}", Encoding.UTF8.GetString(first.Pdf!.Value.Span), StringComparison.Ordinal);
        Assert.Equal(first.Sha256, second.Sha256);
    }

    [Fact]
    public async Task Nobody_has_no_transcript()
    {
        await using var node = await LedgerNode.StartAsync();
        var transcripts = node.Grains.GetGrain<ITranscriptGrain>("nobody");

        Assert.Equal(Outcome.NotFound, (await transcripts.ReadAsync(new())).Outcome);
        Assert.Equal(Outcome.NotFound, (await transcripts.PrintAsync(new())).Outcome);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
