using CmeOrleans.Domain.Ledger.Snapshots;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Providers;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Tests.Support;

namespace CmeOrleans.Grains.Tests;

/// <summary>The learner's grain in the runtime, on SQLite. The rules themselves are tested in Domain.Tests.</summary>
public sealed class LearnerGrainTests
{
    [Fact]
    public async Task Earned_credit_can_be_claimed_and_its_paper_read()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1", "t2");

        var claim = await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));

        Assert.Equal(Outcome.Done, claim.Outcome);
        Assert.Equal(300, claim.Value!.TotalHundredths);
        var certificate = Assert.Single(claim.Value.Certificates);
        Assert.Equal(["Topic 1", "Topic 2"], certificate.Topics.Select(topic => topic.TopicTitle));
        Assert.Equal("participation", certificate.Kind);

        var document = await node.Grains.GetGrain<IClaimDocumentGrain>(GrainKeys.Join(Scene.LearnerId, claim.Value.ClaimId)).GetDocumentAsync();
        Assert.Contains("Ana Ruiz|Cardiology Update|3.00", System.Text.Encoding.UTF8.GetString(document!.Pdf!.Value.Span), StringComparison.Ordinal);
    }

    /// <summary>
    /// Somebody with more credits than a list may have lines presses "claim all". Goal: one claim of all of them, also
    /// where each is of a course of its own and the provider has much to say of itself, with a readable document.
    /// </summary>
    [Fact]
    public async Task All_of_six_hundred_courses_is_one_claim()
    {
        const int coursesCount = 600;
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        var wordy = Scene.Provider() with { AccreditationStatement = new string('a', 2000) };
        await node.Grains.GetGrain<IProviderGrain>(Scene.ProviderId).PutAsync(wordy, null);
        for (var n = 1; n <= coursesCount; n++)
        {
            await node.Grains.GetGrain<ICourseGrain>($"course-{n}").PutAsync(Scene.Course(topicsCount: 1) with { Title = $"Course {n}" }, null);
            Assert.Equal(Outcome.Done, (await scene.Learner.EarnAsync(Scene.Earn("t1", $"earn-{n}") with { CourseId = $"course-{n}" })).Outcome);
            if (n == coursesCount / 2)
            {
                // Half of the courses are remembered by what follows, and the others have to be asked.
                Assert.Equal(Outcome.Done, (await scene.Learner.PreviewClaimAsync(Scene.ClaimAll(""))).Outcome);
            }
        }

        var preview = await scene.Learner.PreviewClaimAsync(Scene.ClaimAll(""));
        var claim = await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));

        Assert.Equal((Outcome.Done, coursesCount * 150), (preview.Outcome, preview.Value!.TotalHundredths));
        Assert.Equal((Outcome.Done, coursesCount * 150), (claim.Outcome, claim.Value!.TotalHundredths));
        Assert.Equal(Enumerable.Range(1, coursesCount).Select(n => $"Course {n}"), claim.Value.Certificates.Select(certificate => certificate.CourseTitle));
        Assert.Equal(0, (await scene.Learner.GetBalanceAsync())!.Balances.Single(line => line.CreditType == Scene.Ama).AvailableHundredths);
        Assert.Equal("Acme Medical Education", (await scene.Learner.VerifyCertificateAsync(claim.Value.Certificates[^1].CertificateId))!.ProviderName);
    }

    [Fact]
    public async Task Claim_that_no_row_can_hold_is_refused_by_name_and_nothing_is_lost()
    {
        const int coursesCount = 17;
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        for (var n = 1; n <= coursesCount; n++)
        {
            // Each course at a provider of its own, with names of characters that JSON writes as six bytes.
            await node.Grains.GetGrain<IProviderGrain>($"provider-{n}").PutAsync(Wordy(), null);
            var course = Scene.Course(topicsCount: 20);
            course = course with { ProviderId = $"provider-{n}", Topics = [.. course.Topics.Select(topic => topic with { Title = Wide(300) })] };
            await node.Grains.GetGrain<ICourseGrain>($"course-{n}").PutAsync(course, null);
            for (var topic = 1; topic <= 20; topic++)
            {
                await scene.Learner.EarnAsync(Scene.Earn($"t{topic}", $"earn-{n}-{topic}") with { CourseId = $"course-{n}" });
            }
        }

        var preview = await scene.Learner.PreviewClaimAsync(Scene.ClaimAll(""));
        var claim = await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));

        Assert.Equal((Outcome.Refused, "claim-too-large"), (claim.Outcome, claim.Refusal!.Code));
        Assert.Equal("claim-too-large", preview.Refusal!.Code);
        Assert.Empty((await scene.Learner.GetClaimsAsync(new() { Sort = "claimedAt", Limit = 50 }))!.Items);
    }

    [Fact]
    public async Task Balance_adds_up_before_and_after_a_partial_claim()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        var credit = (await scene.EarnAsync("t1"))[0].Credits[0];

        await scene.Learner.ClaimAsync(new() { Key = "c1", Tenant = Scene.Tenant, CreditType = Scene.Ama, Lines = [new() { CreditId = credit.CreditId, AmountHundredths = 25 }] });

        var sheet = await scene.Learner.GetBalanceAsync();
        var line = sheet!.Balances.Single(line => line.CreditType == Scene.Ama);
        Assert.Equal((150, 125, 25, 0, 0), (line.EarnedHundredths, line.AvailableHundredths, line.ClaimedHundredths, line.ExpiredHundredths, line.ReversedHundredths));
        Assert.Equal(2, sheet.Version);
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_after_a_rename_and_a_lapse()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        var first = await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));

        await scene.Learner.PutProfileAsync(Scene.Profile with { DisplayName = "Ana Gray" }, null);
        await node.Grains.GetGrain<IMembershipGrain>(Scene.LearnerId).PutAsync(
            new() { Plan = "premium", StartsOn = new(2020, 1, 1), EndsOn = new(2020, 1, 2) }, null);
        node.Time.Advance(TimeSpan.FromDays(4000));
        var again = await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));

        Assert.Equal(Outcome.Repeated, again.Outcome);
        Assert.Equal(first.Value!.ClaimId, again.Value!.ClaimId);
        Assert.Equal(first.Value.ClaimedAt, again.Value.ClaimedAt);
        Assert.Equal(Outcome.KeyReused, (await scene.Learner.ClaimAsync(Scene.ClaimAll("c1") with { CreditType = "AAFP_PRESCRIBED" })).Outcome);
    }

    /// <summary>
    /// A write can succeed while its answer is lost. Goal: the retry neither doubles the credit nor loses it. Method:
    /// the journal writes the row and then fails once; the client repeats the same command.
    /// </summary>
    [Fact]
    public async Task Claim_whose_answer_was_lost_counts_once_when_repeated()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        node.Journal.LoseNextAnswer();

        await Assert.ThrowsAsync<StorageUnavailableException>(() => scene.Learner.ClaimAsync(Scene.ClaimAll("c1")));
        var again = await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));

        Assert.Equal(Outcome.Repeated, again.Outcome);
        Assert.Equal(150, again.Value!.TotalHundredths);
        Assert.Single((await scene.Learner.GetClaimsAsync(new() { Sort = "claimedAt", Limit = 50 }))!.Items);
    }

    [Fact]
    public async Task Claim_that_did_not_reach_the_store_is_done_when_repeated()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        node.Journal.RefuseNextAppend();

        await Assert.ThrowsAsync<StorageUnavailableException>(() => scene.Learner.ClaimAsync(Scene.ClaimAll("c1")));

        Assert.Equal(Outcome.Done, (await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"))).Outcome);
    }

    [Fact]
    public async Task Two_nodes_on_one_ledger_claim_each_credit_once()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync(topicsCount: 8);
        await scene.EarnAsync("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8");
        await using var twin = await node.StartTwinAsync();
        var there = new Scene(twin).Learner;
        var credits = (await scene.Learner.GetCreditsAsync(new() { CreditType = Scene.Ama, Sort = "earnedAt", Limit = 50 }))!.Items;

        var claims = await Task.WhenAll(credits.SelectMany(credit => new[] { scene.Learner, there }.Select((learner, n) =>
            ClaimUntilAnsweredAsync(learner, new() { Key = $"{credit.CreditId}-{n}", Tenant = Scene.Tenant, CreditType = Scene.Ama, Lines = [new() { CreditId = credit.CreditId, AmountHundredths = 150 }] }))));

        Assert.Equal(8, claims.Count(claim => claim.Outcome is Outcome.Done or Outcome.Repeated));
        Assert.All(claims.Where(claim => claim.Outcome is Outcome.Refused), claim => Assert.Equal("more-than-available", claim.Refusal!.Lines.Single().Code));
        Assert.Equal(1200, (await there.GetBalanceAsync())!.Balances.Single(line => line.CreditType == Scene.Ama).ClaimedHundredths);
    }

    [Fact]
    public async Task Keys_of_two_tenants_know_nothing_of_each_other()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        var own = Scene.Earn("t1", key: "1") with { Tenant = "provider:acme", OnlyProviderId = Scene.ProviderId };
        Assert.Equal(Outcome.Done, (await scene.Learner.EarnAsync(own)).Outcome);

        var same = await scene.Learner.EarnAsync(own with { Tenant = "provider:other", OnlyProviderId = "other" });
        var others = await scene.Learner.EarnAsync(own with { Tenant = "institution:acme", TopicId = "t2", OnlyProviderId = null });

        Assert.Equal("course-unknown", same.Refusal!.Code);
        Assert.Equal(Outcome.Done, others.Outcome);
        Assert.Equal(Outcome.Repeated, (await scene.Learner.EarnAsync(own)).Outcome);
        Assert.Equal(Outcome.KeyReused, (await scene.Learner.EarnAsync(own with { TopicId = "t2" })).Outcome);
        Assert.Equal(["1", "1"], (await scene.Learner.GetLedgerAsync(0, 10))!.Items.Select(row => row.CommandKey));
    }

    [Fact]
    public async Task A_read_shows_what_another_node_has_acknowledged()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await using var twin = await node.StartTwinAsync();
        var there = new Scene(twin).Learner;
        Assert.Empty((await there.GetBalanceAsync())!.Balances);

        await scene.EarnAsync("t1");

        Assert.Equal(1, (await there.GetBalanceAsync())!.Version);
        Assert.Equal(Outcome.Done, (await there.ClaimAsync(Scene.ClaimAll("c1"))).Outcome);
        Assert.Equal("no-lines", (await scene.Learner.ClaimAsync(Scene.ClaimAll("c2"))).Refusal!.Code);
    }

    [Fact]
    public async Task Expired_credit_is_shown_at_once_and_written_down_by_the_sweep()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        node.Time.Advance(TimeSpan.FromDays(4 * 366));

        var before = await scene.Learner.GetBalanceAsync();
        Assert.Equal(150, before!.Balances.Single(line => line.CreditType == Scene.Ama).ExpiredHundredths);
        Assert.Equal(1, before.Version);

        await node.Grains.GetGrain<Interfaces.Checkpoints.IExpirySweepGrain>(Interfaces.Checkpoints.IExpirySweepGrain.Key).SweepAsync();

        var after = await scene.Learner.GetBalanceAsync();
        Assert.Equal(before.Balances.AsEnumerable(), after!.Balances);
        Assert.Equal(2, after.Version);
    }

    [Fact]
    public async Task More_that_has_expired_than_a_row_holds_is_written_down_by_one_sweep()
    {
        const int topicsCount = 501;
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync(topicsCount);
        await scene.EarnAsync([.. Enumerable.Range(1, topicsCount).Select(n => $"t{n}")]);
        node.Time.Advance(TimeSpan.FromDays(4 * 366));

        await node.Grains.GetGrain<Interfaces.Checkpoints.IExpirySweepGrain>(Interfaces.Checkpoints.IExpirySweepGrain.Key).SweepAsync();

        Assert.Equal(["expired.v1", "expired.v1"], (await scene.Learner.GetLedgerAsync(topicsCount, 10))!.Items.Select(row => row.Kind));
        Assert.True(await scene.Learner.ExpireAsync());
        Assert.Equal(topicsCount + 2, (await scene.Learner.GetBalanceAsync())!.Version);
    }

    [Fact]
    public async Task A_learner_without_a_profile_is_not_found()
    {
        await using var node = await LedgerNode.StartAsync();
        await new Scene(node).SetAsync();
        var stranger = node.Grains.GetGrain<ILearnerGrain>("nobody");

        Assert.Equal(Outcome.NotFound, (await stranger.EarnAsync(Scene.Earn("t1"))).Outcome);
        Assert.Equal(Outcome.NotFound, (await stranger.ClaimAsync(Scene.ClaimAll("c1"))).Outcome);
        Assert.Null(await stranger.GetBalanceAsync());
        Assert.Null(await stranger.GetProfileAsync());
    }

    [Fact]
    public async Task Long_ledger_comes_back_from_snapshot_and_tail_as_it_was()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync(topicsCount: 230);
        await scene.EarnAsync([.. Enumerable.Range(1, 230).Select(n => $"t{n}")]);
        var before = await scene.Learner.GetBalanceAsync();
        var opening = await node.Service<ILedgerJournal>().ReadOpeningAsync(Scene.LearnerId, LedgerSnapshotCodec.FoldVersion, TestContext.Current.CancellationToken);
        Assert.True(opening.DoesSnapshotFit);
        Assert.InRange(opening.Snapshot!.Seq, 100, 229);

        await using var twin = await node.StartTwinAsync();
        var after = await new Scene(twin).Learner.GetBalanceAsync();

        Assert.Equal(before!.Version, after!.Version);
        Assert.Equal(before.Balances.AsEnumerable(), after.Balances);
    }

    [Fact]
    public async Task Snapshot_of_the_newest_row_that_cannot_be_read_costs_nothing_but_time()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync(topicsCount: 3);
        await scene.EarnAsync(["t1", "t2", "t3"]);
        var before = await scene.Learner.GetBalanceAsync();
        var rows = (await node.Service<ILedgerJournal>().ReadOpeningAsync(Scene.LearnerId, LedgerSnapshotCodec.FoldVersion, TestContext.Current.CancellationToken)).Rows;
        await node.Service<ISnapshotStore>().WriteAsync(
            new(Scene.LearnerId, rows[^1].Seq, LedgerSnapshotCodec.FoldVersion, rows[^1].Hash, new byte[100]), TestContext.Current.CancellationToken);

        await using var twin = await node.StartTwinAsync();
        var after = await new Scene(twin).Learner.GetBalanceAsync();

        Assert.Equal(before!.Version, after!.Version);
        Assert.Equal(before.Balances.AsEnumerable(), after.Balances);
    }

    private static ProviderRecord Wordy() => Scene.Provider() with
    {
        Name = Wide(200),
        Address = Wide(400),
        AccreditationStatement = Wide(2000),
        JointProviders = [.. Enumerable.Repeat(Wide(200), 20)],
    };

    /// <summary>Text of characters for private use, which JSON writes as six bytes each.</summary>
    private static string Wide(int length) => new('\ue000', length);

    /// <summary>As a client does: who lost too many races is told to come back, and comes back with the same key.</summary>
    private static async Task<Answer<ClaimView>> ClaimUntilAnsweredAsync(ILearnerGrain learner, ClaimCommand command)
    {
        const int triesMax = 50;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await learner.ClaimAsync(command);
            }
            catch (StorageUnavailableException) when (tries < triesMax)
            {
                await Task.Yield();
            }
        }
    }
}
