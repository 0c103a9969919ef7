using System.Text;
using CmeOrleans.Grains.Certificates;
using CmeOrleans.WebApi.Tests.Accounts;
using CmeOrleans.WebApi.Tests.Support;
using CmeOrleans.WebApi.Transcripts;
using Microsoft.Extensions.DependencyInjection;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>The transcript over the API, in its three forms.</summary>
public sealed class TranscriptTests(TestNode node)
{
    [Theory]
    [InlineData("?format=pdf", "text/csv", "application/pdf")]
    [InlineData("", "application/pdf", "application/pdf")]
    [InlineData("?format=csv", "*/*", "text/csv")]
    [InlineData("", "application/pdf;q=0.1, text/csv", "text/csv")]
    [InlineData("", "text/html, */*", "application/json")]
    [InlineData("?format=json", "application/pdf", "application/json")]
    public async Task Parameter_and_then_accept_choose_the_form(string query, string accept, string contentType)
    {
        var scene = await ClaimedAsync();

        var reply = (await node.As().GetAsync($"{scene.Learner}/transcript{query}", ("Accept", accept))).Require(200);

        Assert.StartsWith(contentType, reply.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(contentType == "application/pdf", reply.BodyText.StartsWith("%PDF-", StringComparison.Ordinal));
        Assert.Equal("Accept", reply.Header("Vary"));
    }

    [Fact]
    public async Task Lines_and_totals_are_those_of_the_claims()
    {
        var scene = await ClaimedAsync();

        var transcript = (await node.As().GetAsync($"{scene.Learner}/transcript?from=2026-03-02&to=2026-03-02")).Require(200).Json;

        Assert.Equal(3.0, transcript.GetProperty("totals")[0].GetProperty("amount").GetDouble());
        Assert.Equal(["Topic 1", "Topic 2"], transcript.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("topicTitle").GetString()));
        Assert.Empty((await node.As().GetAsync($"{scene.Learner}/transcript?to=2026-03-01")).Require(200).Json.GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("?to=2026-02-30")]
    [InlineData("?from=2026-03-02&to=2026-03-01")]
    [InlineData("?format=xml")]
    [InlineData("?groupBy=provider")]
    public async Task What_is_no_period_or_form_is_refused(string query)
    {
        var scene = await ClaimedAsync();

        (await node.As().GetAsync($"{scene.Learner}/transcript{query}")).RequireProblem(400, "invalid-request");
    }

    [Theory]
    [InlineData("Pediatrics", "Pediatrics")]
    [InlineData("Fever, in short", "\"Fever, in short\"")]
    [InlineData("The \"first\" hour", "\"The \"\"first\"\" hour\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@home, now", "\"'@home, now\"")]
    public void Cells_are_quoted_and_are_no_formulas(string title, string cell) => Assert.Equal(cell, TranscriptCsv.Cell(title));

    [Fact]
    public async Task Csv_has_a_line_for_each_topic()
    {
        var scene = await ClaimedAsync();

        var lines = Encoding.UTF8.GetString((await node.As().GetAsync($"{scene.Learner}/transcript?format=csv")).Require(200).Body.AsSpan(Encoding.UTF8.Preamble.Length)).Split("\r\n");

        Assert.Equal("Completed on,Course,Topic,Credit type,Kind,Claimed on,Amount,Claim,Verification code", lines[0]);
        Assert.StartsWith("2026-03-02,Pediatrics Update,Topic 1,AMA PRA Category 1,participation,", lines[1], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    /// <summary>Transcripts are made for whoever asks, so that one who asks and asks is told to wait, and no paper of others waits behind.</summary>
    [Fact]
    public async Task Too_many_papers_at_once_are_refused_and_data_is_not()
    {
        var scene = await ClaimedAsync();
        var gate = node.Application.Services.GetRequiredService<UnkeptPaperGate>();
        var hold = new TaskCompletionSource<int>();
        var held = Enumerable.Range(0, UnkeptPaperGate.PlacesOfLearnerMax).Select(_ => gate.HoldPlaceAsync(scene.LearnerId, () => hold.Task)).ToArray();

        var refused = await node.As().GetAsync($"{scene.Learner}/transcript?format=pdf");
        (await node.As().GetAsync($"{scene.Learner}/transcript?format=csv")).Require(200);
        hold.SetResult(0);
        await Task.WhenAll(held);

        refused.RequireProblem(503, "overloaded");
        Assert.Equal("1", refused.Header("Retry-After"));
        (await node.As().GetAsync($"{scene.Learner}/transcript?format=pdf")).Require(200);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("yesterday")]
    public async Task Period_that_is_none_comes_back_with_what_was_typed(string day)
    {
        var person = await Person.EnrolledAsync(node);

        foreach (var path in (string[])["/transcript", "/transcript.csv", "/transcript.pdf"])
        {
            var page = (await person.Browser.GetAsync($"{path}?from={day}")).Require(422);
            Assert.Equal(day, page.Document.QuerySelector("#from")!.GetAttribute("value"));
        }
    }

    private async Task<Scene> ClaimedAsync()
    {
        var scene = await Scene.CreateAsync(node);
        await scene.EarnAsync(1, 2);
        (await node.As().PostAsync($"{scene.Learner}/claims", new { creditType = "AMA_PRA_1", all = true }, "claim")).Require(201);
        return scene;
    }
}
