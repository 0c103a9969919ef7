using System.Text.Json;
using CmeOrleans.Grains.Courses;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.Grains.Interfaces.Providers;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Tests.Support;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

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
    public async Task A_write_that_relies_on_nothing_being_stored_overwrites_nothing()
    {
        await using var node = await LedgerNode.StartAsync();
        var provider = node.Grains.GetGrain<IProviderGrain>(Scene.ProviderId);
        var course = node.Grains.GetGrain<ICourseGrain>(Scene.CourseId);

        var first = await provider.PutAsync(Scene.Provider(), StoredTag.None);
        var second = await provider.PutAsync(Scene.Provider() with { Name = "Overwritten" }, StoredTag.None);
        var made = await course.PutAsync(Scene.Course(), StoredTag.None);
        var taken = await course.PutAsync(Scene.Course() with { Title = "Overwritten" }, StoredTag.None);

        Assert.Equal((Outcome.Done, Outcome.VersionConflict), (first.Outcome, second.Outcome));
        Assert.Equal((Outcome.Done, Outcome.VersionConflict), (made.Outcome, taken.Outcome));
        Assert.Equal(Scene.Provider().Name, (await provider.GetAsync())!.Value.Name);
        Assert.Equal((1, Scene.Course().Title), ((await course.GetAsync())!.Value.Version, (await course.GetAsync())!.Value.Definition.Title));
    }

    [Fact]
    public async Task Dates_outside_of_the_years_that_the_ledger_knows_are_refused()
    {
        await using var node = await LedgerNode.StartAsync();
        await new Scene(node).SetAsync();
        var course = node.Grains.GetGrain<ICourseGrain>("out-of-time");
        var definition = Scene.Course();

        var answer = await course.PutAsync(
            definition with { StartsOn = DateOnly.MinValue, EndsOn = DateOnly.MaxValue, Offerings = [definition.Offerings[0] with { ClaimBy = new(2201, 1, 1) }, definition.Offerings[1]] }, null);

        Assert.Equal(["/startsOn", "/endsOn", "/offerings/0/claimBy"], answer.Refusal!.Lines.Select(line => line.Pointer));
    }

    /// <summary>Goal: what was earned under an old version is claimed under it, and the course's own state does not grow with its versions.</summary>
    [Fact]
    public async Task Replaced_version_is_kept_apart_from_the_course()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        var course = node.Grains.GetGrain<ICourseGrain>(Scene.CourseId);
        const int versionsCount = 20;
        for (var version = 2; version <= versionsCount; version++)
        {
            Assert.Equal(version, (await course.PutAsync(Scene.Course() with { Title = $"Version {version:D2}" }, null)).Value!.Value.Version);
        }

        await using var twin = await node.StartTwinAsync();
        var there = twin.Grains.GetGrain<ICourseGrain>(Scene.CourseId);
        var claim = await new Scene(twin).Learner.ClaimAsync(Scene.ClaimAll("c1"));

        Assert.Equal(["Cardiology Update", "Version 02", "Version 19", "Version 20"], await TitlesAsync(there, 1, 2, 19, 20));
        Assert.Null(await there.GetCertificateTermsAsync(versionsCount + 1, Scene.Ama));
        Assert.Null(await there.GetCertificateTermsAsync(0, Scene.Ama));
        Assert.Equal("Cardiology Update", claim.Value!.Certificates.Single().CourseTitle);
        var stored = JsonSerializer.SerializeToUtf8Bytes(await StateAsync<CourseState>(twin, EntityStates.Course, Scene.CourseId));
        Assert.InRange(stored.Length, 1, 2 * JsonSerializer.SerializeToUtf8Bytes(Scene.Course()).Length);
    }

    /// <summary>Two nodes make versions of one course at once. Goal: each version that was ever the newest can be read, and none is skipped.</summary>
    [Fact]
    public async Task Versions_made_on_two_nodes_at_once_are_all_kept()
    {
        await using var node = await LedgerNode.StartAsync();
        await new Scene(node).SetAsync();
        await using var twin = await node.StartTwinAsync();
        ICourseGrain[] courses = [node.Grains.GetGrain<ICourseGrain>(Scene.CourseId), twin.Grains.GetGrain<ICourseGrain>(Scene.CourseId)];

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => PutUntilAnsweredAsync(courses[n % 2], Scene.Course() with { Title = $"Title {n}" })));

        var versions = answers.ToDictionary(answer => answer.Value!.Value.Version, answer => answer.Value!.Value.Definition.Title);
        Assert.Equal(Enumerable.Range(2, 12), versions.Keys.Order());
        Assert.Equal(versions.Values, await TitlesAsync(courses[0], [.. versions.Keys]));
        Assert.Equal(versions.Values, await TitlesAsync(courses[1], [.. versions.Keys]));
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

    private static async Task<string[]> TitlesAsync(ICourseGrain course, params int[] versions)
    {
        var terms = await Task.WhenAll(versions.Select(version => course.GetCertificateTermsAsync(version, Scene.Ama)));
        return [.. terms.Select(term => term!.Title)];
    }

    private static async Task<T> StateAsync<T>(LedgerNode node, string stateName, string key)
        where T : new()
    {
        var stored = new GrainState<T> { State = new() };
        await node.Service<IGrainStorage>().ReadStateAsync(stateName, GrainId.Create("course", key), stored);
        return stored.State;
    }

    /// <summary>As a client does: who lost too many races is told to come back.</summary>
    private static async Task<Answer<Versioned<CourseView>>> PutUntilAnsweredAsync(ICourseGrain course, CourseDefinition definition)
    {
        const int triesMax = 50;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await course.PutAsync(definition, null);
            }
            catch (Exception exception) when (tries < triesMax && exception is StorageUnavailableException or InconsistentStateException)
            {
                await Task.Yield();
            }
        }
    }
}
