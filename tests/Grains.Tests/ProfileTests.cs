using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Tests.Support;

namespace CmeOrleans.Grains.Tests;

/// <summary>Profile and membership, and what they mean for a claim.</summary>
public sealed class ProfileTests
{
    [Theory]
    [InlineData("", "/displayName", "required")]
    [InlineData("Agent 7", "/displayName", "name-not-printable")]
    [InlineData("A\u0000B", "/displayName", "bad-characters")]
    public async Task A_name_that_cannot_be_printed_is_refused(string displayName, string pointer, string code)
    {
        await using var node = await LedgerNode.StartAsync();

        var answer = await new Scene(node).Learner.PutProfileAsync(Scene.Profile with { DisplayName = displayName }, null);

        var line = answer.Refusal!.Lines[0];
        Assert.Equal((pointer, code), (line.Pointer, line.Code));
    }

    [Theory]
    [InlineData("02-29", true)]
    [InlineData("02-30", false)]
    [InlineData("1980-02-03", false)]
    public async Task Birthday_is_a_month_and_a_day(string monthDay, bool isGood)
    {
        await using var node = await LedgerNode.StartAsync();

        var answer = await new Scene(node).Learner.PutProfileAsync(Scene.Profile with { BirthMonthDay = monthDay }, null);

        Assert.Equal(isGood ? Outcome.Done : Outcome.Refused, answer.Outcome);
    }

    [Fact]
    public async Task Profile_has_an_etag_that_another_node_sees_change()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await using var twin = await node.StartTwinAsync();
        var there = new Scene(twin).Learner;
        var before = (await there.GetProfileAsync())!.ETag;

        await scene.Learner.PutProfileAsync(Scene.Profile with { DisplayName = "Ana Gray" }, before);

        Assert.Equal(Outcome.VersionConflict, (await there.PutProfileAsync(Scene.Profile, before)).Outcome);
        Assert.Equal("Ana Gray", (await there.GetProfileAsync())!.Value.DisplayName);
        Assert.Equal(Outcome.Done, (await there.PutProfileAsync(Scene.Profile, "*")).Outcome);
    }

    [Fact]
    public async Task Lapsed_membership_blocks_claims_and_a_new_one_counts_at_once_on_every_node()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        await using var twin = await node.StartTwinAsync();
        var there = new Scene(twin).Learner;
        await PutMembershipAsync(node, endsOn: new(2026, 1, 2));
        Assert.Equal("membership-not-active", (await there.ClaimAsync(Scene.ClaimAll("c1"))).Refusal!.Code);

        await PutMembershipAsync(node, endsOn: new(2100, 1, 1));

        Assert.Equal(Outcome.Done, (await there.ClaimAsync(Scene.ClaimAll("c1"))).Outcome);
    }

    [Fact]
    public async Task Claim_of_abp_points_says_what_the_profile_lacks()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        var course = Scene.Course(1) with
        {
            Offerings = [new() { CreditType = "ABP_MOC_2", MaximumHundredths = 1000 }],
            Topics = [new() { TopicId = "t1", Title = "Asthma", Credits = [new() { CreditType = "ABP_MOC_2", AmountHundredths = 200 }] }],
        };
        await node.Grains.GetGrain<Interfaces.Courses.ICourseGrain>(Scene.CourseId).PutAsync(course, null);
        await scene.EarnAsync("t1");
        await scene.Learner.PutProfileAsync(Scene.Profile with { AbpId = "123456" }, null);
        var command = new ClaimCommand { Key = "c1", Tenant = Scene.Tenant, CreditType = "ABP_MOC_2", All = true };

        var refused = await scene.Learner.ClaimAsync(command);
        await scene.Learner.PutProfileAsync(Scene.Profile with { AbpId = "123456", BirthMonthDay = "02-03", ConsentsToAbpReporting = true }, null);
        var done = await scene.Learner.ClaimAsync(command);

        Assert.Equal("profile-incomplete", refused.Refusal!.Code);
        Assert.Equal(2, refused.Refusal.Lines.Length);
        Assert.Equal(Outcome.Done, done.Outcome);
        Assert.Equal(200, Assert.Single(node.Journal.Last!.ReportLines).Amount.Hundredths);

        var voided = await scene.Learner.VoidClaimAsync(new() { Key = "v1", Tenant = Scene.Tenant, ClaimId = done.Value!.ClaimId, Reason = "wrong type" });

        Assert.Equal(Outcome.Done, voided.Outcome);
        Assert.Equal(done.Value.Version, node.Journal.Last!.ReportsWithdrawnOfSeq);
        Assert.Empty(node.Journal.Last.ReportLines);
    }

    private static async Task PutMembershipAsync(LedgerNode node, DateOnly endsOn) =>
        await node.Grains.GetGrain<IMembershipGrain>(Scene.LearnerId)
            .PutAsync(new() { Plan = "premium", StartsOn = new(2026, 1, 1), EndsOn = endsOn }, null);
}
