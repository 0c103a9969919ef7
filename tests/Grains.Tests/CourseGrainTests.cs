using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.Grains.Interfaces.Providers;
using CmeOrleans.Grains.Tests.Support;

namespace CmeOrleans.Grains.Tests;

public sealed class CourseGrainTests
{
    [Fact]
    public async Task A_change_makes_a_new_version_and_the_same_again_does_not()
    {
        await using var node = await LedgerNode.StartAsync();
        await new Scene(node).SetAsync();
        var course = node.Grains.GetGrain<ICourseGrain>(Scene.CourseId);

        var same = await course.PutAsync(Scene.Course(), null);
        var changed = await course.PutAsync(Scene.Course() with { Title = "Renamed" }, same.Value!.ETag);
        var stale = await course.PutAsync(Scene.Course(), same.Value.ETag);

        Assert.Equal((1, false), (same.Value.Value.Version, same.Value.IsNew));
        Assert.Equal(2, changed.Value!.Value.Version);
        Assert.Equal(Outcome.VersionConflict, stale.Outcome);
        Assert.Equal("Renamed", (await course.GetAsync())!.Value.Definition.Title);
    }

    [Fact]
    public async Task A_course_of_another_provider_cannot_be_taken_over()
    {
        await using var node = await LedgerNode.StartAsync();
        await new Scene(node).SetAsync();
        await node.Grains.GetGrain<IProviderGrain>("other").PutAsync(Scene.Provider(), null);
        var course = node.Grains.GetGrain<ICourseGrain>(Scene.CourseId);

        var answer = await course.PutAsync(Scene.Course() with { ProviderId = "other" }, null, "other");

        Assert.Equal(Outcome.NotFound, answer.Outcome);
        Assert.Equal(Scene.ProviderId, (await course.GetAsync())!.Value.Definition.ProviderId);
        Assert.Equal(Outcome.Done, (await course.PutAsync(Scene.Course() with { Title = "Renamed" }, null, Scene.ProviderId)).Outcome);
    }

    [Fact]
    public async Task Every_bad_field_is_named()
    {
        await using var node = await LedgerNode.StartAsync();
        await new Scene(node).SetAsync();
        var bad = Scene.Course() with
        {
            ProviderId = "nobody",
            Title = " ",
            EndsOn = new(2025, 1, 1),
            Offerings = [new() { CreditType = "AMA_PRA_2", MaximumHundredths = 100 }, new() { CreditType = Scene.Ama, MaximumHundredths = 110 }],
            Topics = [new() { TopicId = "-", Title = "T", Credits = [new() { CreditType = Scene.Ama, AmountHundredths = 125 }] }],
        };

        var answer = await node.Grains.GetGrain<ICourseGrain>("new").PutAsync(bad, null);

        Assert.Equal(
            [
                ("/providerId", "provider-unknown"), ("/title", "required"), ("/endsOn", "out-of-range"),
                ("/offerings/0/creditType", "self-reported-only"), ("/offerings/1/maximum", "not-multiple-of-step"),
                ("/topics/0/topicId", "bad-format"), ("/topics/0/credits/AMA_PRA_1", "more-than-maximum"),
            ],
            answer.Refusal!.Lines.Select(line => (line.Pointer, line.Code)));
    }

    [Fact]
    public async Task Ledger_and_balance_of_a_course_are_the_other_side_of_its_learners()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1", "t2");
        await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));
        var course = node.Grains.GetGrain<ICourseGrain>(Scene.CourseId);

        var first = await course.GetLedgerAsync(CourseLedgerPosition.Start, 3);
        var rest = await course.GetLedgerAsync(first.Next!.Value, 3);
        var balance = (await course.GetBalanceAsync()).Single(line => line.CreditType == Scene.Ama);

        Assert.Null(rest.Next);
        Assert.Equal(["earned", "earned", "earned", "earned", "claimed"], first.Items.Concat(rest.Items).Select(entry => entry.Kind));
        Assert.Equal((300, 300, 0, 0, 1), (balance.IssuedHundredths, balance.ClaimedHundredths, balance.ReversedHundredths, balance.ExpiredHundredths, balance.Learners));
    }

    [Fact]
    public async Task Courses_are_listed_by_provider_in_order_of_their_ids()
    {
        await using var node = await LedgerNode.StartAsync();
        await new Scene(node).SetAsync();
        await node.Grains.GetGrain<ICourseGrain>("anatomy").PutAsync(Scene.Course(), null);
        var listing = node.Grains.GetGrain<IDirectoryGrain>("any");

        Assert.Equal(["anatomy", Scene.CourseId], await listing.ListCoursesAsync(Scene.ProviderId, null, 10));
        Assert.Equal([Scene.CourseId], await listing.ListCoursesAsync(null, "anatomy", 10));
        Assert.Empty(await listing.ListCoursesAsync("nobody", null, 10));
    }
}
