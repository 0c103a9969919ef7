using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Tests.Accounts;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Pages;

/// <summary>
/// Nobody sees or does anything of somebody else on any page. Method: all pages that name something in their address,
/// taken from the node, asked for by a learner with the ids of another one.
/// </summary>
public sealed class PageBorderTests(TestNode node)
{
    private static readonly string[] PublicNames = ["{institutionId}"];

    [Fact]
    public async Task Strangers_find_nothing_on_any_page_of_somebody_else()
    {
        var ids = await IdsOfSomebodyElseAsync();
        var stranger = await Person.EnrolledAsync(node);
        var token = (await stranger.Browser.GetAsync("/profile")).Require(200).Document.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        var pages = SitePages.Of(node).Where(page => page.Pattern.Contains('{', StringComparison.Ordinal) && !PublicNames.Any(page.Pattern.Contains)).ToArray();

        Assert.True(pages.Length >= 6);
        foreach (var (method, pattern, _) in pages)
        {
            var path = ids.Aggregate(pattern, (text, id) => text.Replace(id.Key, id.Value, StringComparison.Ordinal));
            Assert.False(path.Contains('{', StringComparison.Ordinal), $"The test knows nothing that stands for {path}.");

            var reply = method == HttpMethod.Get
                ? await stranger.Browser.GetAsync(path)
                : await stranger.Browser.PostAsync(path, [new("form-token", token)]);

            Assert.True((int)reply.Status == 404, $"{method} {pattern} answers a stranger {(int)reply.Status} {reply.Location}.");
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_from_every_page_of_somebody()
    {
        var anonymous = new Browser(node.Address);
        var ids = await IdsOfSomebodyElseAsync();
        foreach (var (_, pattern, endpoint) in SitePages.Of(node).Where(page => page.Method == HttpMethod.Get))
        {
            var path = ids.Aggregate(pattern, (text, id) => text.Replace(id.Key, id.Value, StringComparison.Ordinal));
            var reply = await anonymous.GetAsync(path.Replace("{institutionId}", "nobody", StringComparison.Ordinal));

            var isOpen = endpoint.Metadata.GetMetadata<PageWithoutPair>() is not null || path.StartsWith("/support", StringComparison.Ordinal);
            Assert.True(isOpen || reply.Location?.StartsWith("/sign-in?returnUrl=", StringComparison.Ordinal) == true, $"{pattern} answers {(int)reply.Status} {reply.Location}.");
        }
    }

    [Fact]
    public async Task Forms_without_their_token_are_taken_nowhere()
    {
        var person = await Person.EnrolledAsync(node);
        var ids = await IdsOfSomebodyElseAsync();
        foreach (var (_, pattern, _) in SitePages.Of(node).Where(page => page.Method == HttpMethod.Post))
        {
            var path = ids.Aggregate(pattern, (text, id) => text.Replace(id.Key, id.Value, StringComparison.Ordinal));

            Assert.True((int)(await person.Browser.PostAsync(path, [new("anything", "")])).Status == 400, pattern);
        }
    }

    private async Task<Dictionary<string, string>> IdsOfSomebodyElseAsync()
    {
        var scene = await Scene.CreateAsync(node);
        await scene.EarnAsync(1);
        var claim = (await node.As().PostAsync($"{scene.Learner}/claims", new { creditType = "AMA_PRA_1", all = true }, "claim")).Require(201).Json;
        var licences = (await node.As().PutAsync($"{scene.Learner}/licences", new { licences = new[] { new { requirementId = "us-tx-mdo", cycleEndsOn = "2027-02-28" } } })).Require(201).Json;
        var key = (await node.As().PostAsync("/v1/api-keys", new { role = "learner", subject = scene.LearnerId, name = "A key of somebody else" })).Require(201);
        return new()
        {
            ["{learnerId}"] = scene.LearnerId,
            ["{courseId}"] = scene.CourseId,
            ["{providerId}"] = scene.ProviderId,
            ["{claimId}"] = claim.GetProperty("claimId").GetString()!,
            ["{certificateId}"] = claim.GetProperty("certificates")[0].GetProperty("certificateId").GetString()!,
            ["{board}"] = "abp",
            ["{licenceId}"] = licences.GetProperty("licences")[0].GetProperty("licenceId").GetString()!,
            ["{passkeyId}"] = new string('0', 32),
            ["{keyId}"] = key.Text("id"),
        };
    }
}
