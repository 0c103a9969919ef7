using CmeOrleans.WebApi.Tests.Accounts;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Pages;

/// <summary>Licences on pages: added, changed and removed with plain forms.</summary>
public sealed class LicencePageTests(TestNode node)
{
    [Fact]
    public async Task Licence_is_added_changed_and_removed_without_scripts()
    {
        var person = await Person.EnrolledAsync(node);

        var added = await person.Browser.SubmitAsync("/licences/add", ("requirementId", "us-tx-mdo"), ("cycleEndsOn", "2027-02-28"), ("number", "K1234"));
        Assert.Equal(303, (int)added.Status);
        var licence = (await person.Browser.FollowAsync(added)).Require(200);
        var path = added.Location!.Split('?')[0];
        var changed = await person.Browser.SubmitAsync($"{path}/change", ("requirementId", "us-tx-mdo"), ("cycleEndsOn", "2027-05-31"), ("number", ""));
        var after = (await person.Browser.FollowAsync(changed)).Require(200);
        var change = (await person.Browser.GetAsync($"{path}/change")).Require(200);
        var removed = await person.Browser.PostAsync($"{path}/remove", [new("form-token", change.Document.QuerySelector("input[name=form-token]")!.GetAttribute("value")!)]);
        var list = (await person.Browser.FollowAsync(removed)).Require(200);

        Assert.Equal("Texas", licence.Heading);
        Assert.Contains("K1234", licence.Html, StringComparison.Ordinal);
        Assert.Contains("1 Mar 2025 to 28 Feb 2027", licence.Html, StringComparison.Ordinal);
        Assert.Equal($"{path}?saved=yes", changed.Location);
        Assert.Contains("1 Jun 2025 to 31 May 2027", after.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("K1234", after.Html, StringComparison.Ordinal);
        Assert.Contains("The licence is removed", list.Html, StringComparison.Ordinal);
        (await person.Browser.GetAsync(path)).Require(404);
    }

    [Fact]
    public async Task A_bad_form_comes_back_with_what_was_typed()
    {
        var person = await Person.EnrolledAsync(node);

        var empty = (await person.Browser.SubmitAsync("/licences/add", ("requirementId", ""), ("cycleEndsOn", "next year"), ("number", "K<1>"))).Require(422);
        var early = (await person.Browser.SubmitAsync("/licences/add", ("requirementId", "us-tx-mdo"), ("cycleEndsOn", "2024-02-28"))).Require(422);

        Assert.Equal(["requirementId", "cycleEndsOn"], empty.WrongFields);
        Assert.StartsWith("Error: ", empty.Document.Title, StringComparison.Ordinal);
        Assert.Equal("K<1>", empty.Document.QuerySelector("#number")!.GetAttribute("value"));
        Assert.Equal(["cycleEndsOn"], early.WrongFields);
        Assert.Equal("us-tx-mdo", early.Document.QuerySelector("#requirementId option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Form_that_was_open_while_the_list_changed_saves_nothing_and_says_so()
    {
        var person = await Person.EnrolledAsync(node);
        var open = (await person.Browser.GetAsync("/licences/add")).Require(200);
        await person.Browser.SubmitAsync("/licences/add", ("requirementId", "us-ca-md"), ("cycleEndsOn", "2027-02-28"));

        var stale = (await person.Browser.SubmitAsync(open, "/licences/add", ("requirementId", "us-tx-mdo"), ("cycleEndsOn", "2027-02-28"))).Require(409);
        var saved = await person.Browser.SubmitAsync(stale, "/licences/add", ("requirementId", "us-tx-mdo"), ("cycleEndsOn", "2027-02-28"));

        Assert.Contains("changed in another window", stale.Html, StringComparison.Ordinal);
        Assert.Equal(303, (int)saved.Status);
        Assert.Equal(2, (await person.Browser.GetAsync("/licences")).Require(200).Document.QuerySelectorAll(".licence").Length);
    }

    [Fact]
    public async Task Dashboard_shows_a_card_for_each_licence_and_leads_to_adding_the_first()
    {
        var person = await Person.EnrolledAsync(node);
        await person.Browser.SubmitAsync("/licences/add", ("requirementId", "us-tx-mdo"), ("cycleEndsOn", "2027-02-28"));

        var dashboard = (await person.Browser.GetAsync("/")).Require(200);

        var card = Assert.Single(dashboard.Document.QuerySelectorAll(".licence"));
        Assert.Equal("Texas", card.QuerySelector("h2")!.TextContent.Trim());
        Assert.Equal(2, card.QuerySelectorAll(".meter").Length);
        Assert.Contains("48.00 missing.", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboard_tells_diplomates_what_is_owed_to_their_board_and_others_nothing()
    {
        var person = await Person.EnrolledAsync(node);
        var before = (await person.Browser.GetAsync("/")).Require(200);
        await person.Browser.SubmitAsync("/profile", ("displayName", "Ana Gray"), ("profession", "physicianMd"), ("abp", "123456"));

        var after = (await person.Browser.GetAsync("/")).Require(200);

        Assert.Null(before.Document.QuerySelector("[aria-labelledby=reports]"));
        var card = after.Document.QuerySelector("[aria-labelledby=reports]")!;
        Assert.Contains("Nothing is to be reported yet", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("a[href='/profile']"));
    }
}
