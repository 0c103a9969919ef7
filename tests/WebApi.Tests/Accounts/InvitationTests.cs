using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>How an account gets to a learner.</summary>
public sealed class InvitationTests(TestNode node)
{
    [Fact]
    public async Task Invited_person_makes_an_account_and_is_bound_to_the_learner()
    {
        var learnerId = (await Scene.CreateAsync(node)).LearnerId;
        var invited = new Person(node);
        var reply = (await node.As().PostAsync($"/v1/learners/{learnerId}/invitations", new { email = invited.Email })).Require(201);
        Assert.EndsWith(await node.LinkToAsync(invited.Email, "/invitation"), reply.Text("link"), StringComparison.Ordinal);

        Assert.Equal("Your invitation", (await invited.Browser.FollowAsync(await invited.Browser.GetAsync(PathOf(reply)))).Heading);
        await invited.Browser.SubmitAsync("/register", ("email", invited.Email), ("new-password", invited.Password));
        (await invited.SignInAsync()).RequireRedirect("/invitation");
        (await invited.Browser.SubmitAsync("/invitation")).RequireRedirect("/");

        (await invited.Browser.GetAsync("/welcome")).RequireRedirect("/");
        Assert.DoesNotContain("__Host-cme-invitation", invited.Browser.Cookies.Keys);
    }

    [Fact]
    public async Task Invitation_works_once()
    {
        var learnerId = (await Scene.CreateAsync(node)).LearnerId;
        var path = PathOf((await node.As().PostAsync($"/v1/learners/{learnerId}/invitations", new { })).Require(201));
        var first = await Person.SignedInAsync(node);
        var second = await Person.SignedInAsync(node);
        await first.Browser.GetAsync(path);
        await second.Browser.GetAsync(path);
        var pageOfSecond = (await second.Browser.GetAsync("/invitation")).Require(200);
        (await first.Browser.SubmitAsync("/invitation")).RequireRedirect("/");

        (await second.Browser.SubmitAsync(pageOfSecond, "/invitation")).Require(422);

        (await second.Browser.GetAsync("/welcome")).Require(200);
    }

    [Fact]
    public async Task Account_is_bound_to_one_learner_for_good()
    {
        var person = await Person.EnrolledAsync(node);
        var learnerId = (await Scene.CreateAsync(node)).LearnerId;
        var path = PathOf(await node.As().PostAsync($"/v1/learners/{learnerId}/invitations", new { }));
        await person.Browser.GetAsync(path);

        (await person.Browser.SubmitAsync("/invitation")).Require(422);

        var other = await Person.SignedInAsync(node);
        await other.Browser.GetAsync(path);
        (await other.Browser.SubmitAsync("/invitation")).RequireRedirect("/");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0199a1b2000070008000000000000011AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Invitation_that_is_none_does_not_work(string token)
    {
        var browser = new Browser(node.Address);

        (await browser.FollowAsync(await browser.GetAsync($"/invitation?token={token}"))).Require(422);
    }

    [Fact]
    public async Task Institutions_invite_learners_on_their_roster_alone()
    {
        var learnerId = (await Scene.CreateAsync(node)).LearnerId;
        var institutionId = $"hospital-{Guid.NewGuid():N}";
        var institution = node.As(await node.KeyAsync("institution", institutionId));
        (await institution.PostAsync($"/v1/learners/{learnerId}/invitations", new { })).RequireProblem(404, "not-found");

        (await node.As().SendAsync(HttpMethod.Put, $"/v1/institutions/{institutionId}/roster/{learnerId}", null)).Require(204);

        (await institution.PostAsync($"/v1/learners/{learnerId}/invitations", new { })).Require(201);
        (await institution.PostAsync($"/v1/learners/{learnerId}/invitations", new { email = "none" })).RequireProblem(400, "invalid-request");
    }

    private static string PathOf(Reply reply) => new Uri(reply.Text("link").Replace(":0/", ":80/", StringComparison.Ordinal)).PathAndQuery;
}
