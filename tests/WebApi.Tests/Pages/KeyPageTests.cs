using CmeOrleans.WebApi.Tests.Accounts;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Pages;

public sealed class KeyPageTests(TestNode node)
{
    [Fact]
    public async Task A_key_is_shown_once_works_as_its_learner_and_ends_when_revoked()
    {
        var person = await Person.EnrolledAsync(node);

        var made = (await person.Browser.SubmitAsync("/profile/keys", ("name", "Hospital sync"), ("lasts", "90-days"))).Require(200);

        var key = made.Document.QuerySelector("#key-text")!.TextContent;
        var me = (await node.As(key).GetAsync("/v1/me")).Require(200);
        Assert.Equal(("learner", "Hospital sync"), (me.Text("role"), me.Text("name")));
        (await node.As(key).GetAsync($"/v1/learners/{me.Text("subject")}")).Require(200);
        var listed = (await person.Browser.GetAsync("/profile/keys")).Require(200);
        Assert.Contains("Hospital sync", listed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(key[^43..], listed.Html, StringComparison.Ordinal);

        var form = listed.Document.QuerySelector("form[action$='/revoke']")!;
        for (var press = 1; press <= 2; press++)
        {
            (await person.Browser.PostAsync(form.GetAttribute("action")!, [new("form-token", form.QuerySelector("input")!.GetAttribute("value")!)])).RequireRedirect("/profile/keys?revoked=yes");
        }

        var revocations = (await node.As().GetAsync("/v1/audit-entries?act=api-key-revoked&limit=200")).Json.GetProperty("items").EnumerateArray();
        Assert.Equal(
            ["repeated", "done"],
            revocations.Where(entry => entry.GetProperty("target").GetString() == me.Text("keyId")).Select(entry => entry.GetProperty("result").GetString()));
        (await node.As(key).GetAsync("/v1/me")).RequireProblem(401, "unauthorized");
        Assert.Contains("You have no keys.", (await person.Browser.GetAsync("/profile/keys?revoked=yes")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1-year", "name")]
    [InlineData("Sync", "for ever and ever", "lasts")]
    public async Task What_is_missing_is_said_at_its_field(string name, string lasts, string field)
    {
        var person = await Person.EnrolledAsync(node);

        var reply = (await person.Browser.SubmitAsync("/profile/keys", ("name", name), ("lasts", lasts))).Require(422);

        Assert.Equal([field], reply.WrongFields);
    }

    [Fact]
    public async Task Ten_keys_are_all()
    {
        var person = await Person.EnrolledAsync(node);
        for (var count = 0; count < 10; count++)
        {
            (await person.Browser.SubmitAsync("/profile/keys", ("name", $"Program {count}"), ("lasts", "always"))).Require(200);
        }

        (await person.Browser.SubmitAsync("/profile/keys", ("name", "One more"), ("lasts", "always"))).Require(422);
    }
}
