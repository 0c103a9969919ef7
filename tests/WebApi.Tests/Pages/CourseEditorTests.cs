using AngleSharp.Html.Dom;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Pages;

/// <summary>The form of a course, as a provider fills it in without scripts.</summary>
public sealed class CourseEditorTests(TestNode node)
{
    [Fact]
    public async Task New_course_with_two_offerings_and_two_topics_is_stored_as_typed()
    {
        var (scene, browser) = await SignInAsync();
        var id = $"new-{Guid.NewGuid():N}";
        var form = await browser.GetAsync("/new-course");
        form = await PressAsync(browser, form, "add-offering");
        form = (await PressAsync(browser, form, "add-topic")).Require(200);
        Assert.True(form.Document.QuerySelector("#topics-1-topicId")!.HasAttribute("autofocus"));

        var stored = await PressAsync(browser, form, "save", Filled(id));
        stored.RequireRedirect($"/courses/{id}?saved=yes");

        Assert.Contains("The course is stored as version 1", (await browser.FollowAsync(stored)).Html, StringComparison.Ordinal);
        var course = (await node.As().GetAsync($"/v1/courses/{id}")).Require(200).Json;
        Assert.Equal(scene.ProviderId, course.GetProperty("providerId").GetString());
        Assert.Equal(["AMA_PRA_1", "ACEP_1"], course.GetProperty("offerings").EnumerateArray().Select(offering => offering.GetProperty("creditType").GetString()));
        Assert.Equal("2027-01-31", course.GetProperty("offerings")[1].GetProperty("claimBy").GetString());
        Assert.Equal("either", course.GetProperty("offerings")[1].GetProperty("exclusiveGroup").GetString());
        Assert.Equal(["lungs", "children, and their parents"], course.GetProperty("topics")[0].GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Equal(1.25m, course.GetProperty("topics")[0].GetProperty("credits").GetProperty("ACEP_1").GetDecimal());
        Assert.Single(course.GetProperty("topics")[1].GetProperty("credits").EnumerateObject());

        var again = await PressAsync(browser, form, "save", Filled(id));
        again.RequireRedirect($"/courses/{id}?saved=yes");
        var edited = (await browser.GetAsync($"/courses/{id}/edit")).Require(200);
        (await PressAsync(browser, edited, "save")).RequireRedirect($"/courses/{id}?saved=yes");
        Assert.Equal(1, (await node.As().GetAsync($"/v1/courses/{id}")).Number("version"));
    }

    [Fact]
    public async Task Bad_form_comes_back_with_what_was_typed_and_links_to_the_fields()
    {
        var (_, browser) = await SignInAsync();
        var form = await browser.GetAsync("/new-course");

        var page = (await PressAsync(browser, form, "save", ("courseId", "bad id"), ("title", "<Asthma>"), ("startsOn", "soon"), ("offerings-0-maximum", "much"))).Require(422);

        Assert.Contains("courseId", page.WrongFields);
        Assert.Contains("startsOn", page.WrongFields);
        Assert.Contains("format", page.WrongFields);
        Assert.Contains("offerings-0-maximum", page.WrongFields);
        Assert.All(page.WrongFields, id => Assert.NotNull(page.Document.GetElementById(id)));
        Assert.Equal("<Asthma>", page.Document.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal("much", page.Document.QuerySelector("#offerings-0-maximum")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_the_rules_refuse_finds_its_field()
    {
        var (_, browser) = await SignInAsync();
        var form = await browser.GetAsync("/new-course");

        var page = (await PressAsync(
            browser,
            form,
            "save",
            ("courseId", $"refused-{Guid.NewGuid():N}"), ("title", ""), ("format", "live"), ("startsOn", "2026-05-02"), ("endsOn", "2026-05-01"), ("parsActivityId", "12"),
            ("offerings-0-creditType", "AMA_PRA_1"), ("offerings-0-maximum", "2"), ("topics-0-topicId", "a"), ("topics-0-title", "A"), ("topics-0-credits-0", "3"))).Require(422);

        Assert.Equal(["title", "endsOn", "parsActivityId", "topics-0-credits-0"], page.WrongFields);
        Assert.All(page.WrongFields, id => Assert.NotNull(page.Document.GetElementById(id)));
    }

    [Fact]
    public async Task Change_of_somebody_else_is_named_and_nothing_is_lost()
    {
        var (scene, browser) = await SignInAsync();
        var form = (await browser.GetAsync($"/courses/{scene.CourseId}/edit")).Require(200);

        (await node.As().PutAsync($"/v1/courses/{scene.CourseId}", scene.Course(title: "Renamed elsewhere"))).Require(200);
        var stale = (await PressAsync(browser, form, "save", ("location", "Madison"))).Require(409);

        Assert.Contains("Title is now “Renamed elsewhere”; it was “Pediatrics Update”.", stale.Document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Madison", stale.Document.QuerySelector("#location")!.GetAttribute("value"));
        (await PressAsync(browser, stale, "save")).RequireRedirect($"/courses/{scene.CourseId}?saved=yes");
        var stored = (await node.As().GetAsync($"/v1/courses/{scene.CourseId}")).Require(200);
        Assert.Equal(("Pediatrics Update", "Madison", 3), (stored.Text("title"), stored.Text("location"), stored.Number("version")));
    }

    [Fact]
    public async Task Somebody_elses_course_is_not_written_whatever_the_form_says()
    {
        var other = await Scene.CreateAsync(node);
        var (scene, browser) = await SignInAsync();
        var form = await browser.GetAsync("/new-course");

        var taken = (await PressAsync(browser, form, "save", [.. FilledShortly(other.CourseId)])).Require(422);
        Assert.Equal(["courseId"], taken.WrongFields);
        var id = $"mine-{Guid.NewGuid():N}";
        (await PressAsync(browser, form, "save", [.. FilledShortly(id), ("providerId", other.ProviderId)])).Require(303);
        Assert.Equal(scene.ProviderId, (await node.As().GetAsync($"/v1/courses/{id}")).Text("providerId"));
        var fields = form.Document.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        (await browser.PostAsync($"/courses/{other.CourseId}/edit", fields)).Require(404);
        Assert.Equal(1, (await node.As().GetAsync($"/v1/courses/{other.CourseId}")).Number("version"));
    }

    [Fact]
    public async Task Rows_are_removed_with_what_belongs_to_them()
    {
        var (_, browser) = await SignInAsync();
        var form = await PressAsync(browser, await browser.GetAsync("/new-course"), "add-offering", ("topics-0-credits-0", "1.00"));
        form = await PressAsync(browser, form, "add-topic", ("topics-0-credits-1", "2.00"));

        form = (await PressAsync(browser, form, "remove-offering-0")).Require(200);
        form = (await PressAsync(browser, form, "remove-topic-1")).Require(200);

        Assert.Equal("2.00", form.Document.QuerySelector("#topics-0-credits-0")!.GetAttribute("value"));
        Assert.Null(form.Document.QuerySelector("#offerings-1-creditType"));
        Assert.Null(form.Document.QuerySelector("#topics-1-topicId"));
        (await PressAsync(browser, form, "remove-topic-99999999")).Require(200);
    }

    [Fact]
    public async Task Provider_record_is_stored_and_comes_back_when_wrong_or_stale()
    {
        var (scene, browser) = await SignInAsync();
        (await browser.GetAsync("/provider")).RequireRedirect($"/providers/{scene.ProviderId}");
        var path = $"/providers/{scene.ProviderId}";
        var form = (await browser.GetAsync(path)).Require(200);

        var wrong = (await SendAsync(browser, form, path, ("name", ""), ("timeZone", "Mars/Olympus"))).Require(422);
        Assert.Equal(["name", "timeZone"], wrong.WrongFields);
        (await SendAsync(browser, form, path, ("name", "Lakeside West"), ("jointProviders", "One\r\nTwo"))).RequireRedirect($"{path}?saved=yes");
        var stored = (await node.As().GetAsync($"/v1{path}")).Require(200);
        Assert.Equal("Lakeside West", stored.Text("name"));
        Assert.Equal(["One", "Two"], stored.Json.GetProperty("jointProviders").EnumerateArray().Select(name => name.GetString()));
        var stale = (await SendAsync(browser, form, path, ("name", "Too late"))).Require(409);
        Assert.Equal("Too late", stale.Document.QuerySelector("#name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task First_record_of_a_provider_does_not_overwrite_another()
    {
        var providerId = $"first-{Guid.NewGuid():N}";
        var path = $"/providers/{providerId}";
        var browser = new Browser(node.Address);
        (await browser.SubmitAsync("/sign-in/key", ("api-key", await node.KeyAsync("provider", providerId)))).Require(303);
        var form = (await browser.GetAsync(path)).Require(200);
        (await node.As().PutAsync($"/v1{path}", Scene.Provider)).Require(201);
        (string Name, string Value)[] typed =
        [
            ("name", "Typed meanwhile"), ("address", "1 Lake St"), ("accreditationStatement", "Accredited."),
            ("signatory-name", "A. Signer"), ("signatory-title", "Dean"), ("timeZone", "America/Chicago"),
        ];

        var stale = (await SendAsync(browser, form, path, typed)).Require(409);

        Assert.NotEqual("Typed meanwhile", (await node.As().GetAsync($"/v1{path}")).Text("name"));
        Assert.Equal("Typed meanwhile", stale.Document.QuerySelector("#name")!.GetAttribute("value"));
        (await SendAsync(browser, stale, path)).RequireRedirect($"{path}?saved=yes");
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task Dates_of_other_ages_come_back_with_what_was_typed(string date)
    {
        var (_, browser) = await SignInAsync();

        var page = (await PressAsync(
            browser, await browser.GetAsync("/new-course"), "save", [.. FilledShortly("any"), ("startsOn", date), ("endsOn", date), ("offerings-0-claimBy", date)])).Require(422);

        Assert.Equal(["startsOn", "endsOn", "offerings-0-claimBy"], page.WrongFields);
        Assert.Equal(date, page.Document.QuerySelector("#startsOn")!.GetAttribute("value"));
    }

    private static (string Name, string Value)[] Filled(string id) =>
    [
        ("courseId", id), ("title", "Asthma"), ("format", "live"), ("startsOn", "2026-05-01"), ("endsOn", "2026-05-02"), ("claimWindowMonths", "24"),
        ("offerings-0-creditType", "AMA_PRA_1"), ("offerings-0-maximum", "10"),
        ("offerings-1-creditType", "ACEP_1"), ("offerings-1-maximum", "8.5"), ("offerings-1-claimBy", "2027-01-31"), ("offerings-1-exclusiveGroup", "either"),
        ("topics-0-topicId", "asthma"), ("topics-0-title", "Asthma at school"), ("topics-0-tags", "lungs\r\nchildren, and their parents"), ("topics-0-credits-0", "1.5"), ("topics-0-credits-1", "1.25"),
        ("topics-1-topicId", "cough"), ("topics-1-title", "Cough"), ("topics-1-credits-0", "2"),
    ];

    private static IEnumerable<(string Name, string Value)> FilledShortly(string id) =>
        Filled(id).Where(field => !field.Name.StartsWith("offerings-1", StringComparison.Ordinal) && !field.Name.StartsWith("topics-1", StringComparison.Ordinal) && field.Name != "topics-0-credits-1");

    private async Task<(Scene Scene, Browser Browser)> SignInAsync()
    {
        var scene = await Scene.CreateAsync(node);
        var browser = new Browser(node.Address);
        (await browser.SubmitAsync("/sign-in/key", ("api-key", await node.KeyAsync("provider", scene.ProviderId)))).Require(303);
        return (scene, browser);
    }

    private static Task<PageReply> PressAsync(Browser browser, PageReply page, string button, params (string Name, string Value)[] fields) =>
        SendAsync(browser, page, "", [.. fields, ("do", button)]);

    /// <summary>Sends the form with everything that stands in it, changed by what is typed.</summary>
    private static Task<PageReply> SendAsync(Browser browser, PageReply page, string path, params (string Name, string Value)[] typed)
    {
        var form = page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().First();
        var values = form.Elements.Where(element => element is IHtmlInputElement or IHtmlSelectElement or IHtmlTextAreaElement)
            .ToDictionary(
                element => element.GetAttribute("name")!,
                element => element switch
                {
                    IHtmlInputElement input => input.GetAttribute("value") ?? "",
                    IHtmlSelectElement select => select.Value ?? "",
                    IHtmlTextAreaElement area => area.Value ?? "",
                    _ => "",
                });
        foreach (var (name, value) in typed)
        {
            values[name] = value;
        }

        return browser.PostAsync(path.Length > 0 ? path : form.GetAttribute("action")!, values);
    }
}
