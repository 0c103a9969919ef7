using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>A provider writes a course by hand.</summary>
public sealed class CourseEditorTests(Site site)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Provider_makes_a_course_with_two_credits_and_two_topics_without_scripts(int width)
    {
        var (providerId, key) = await Staff.CreateProviderAsync(site);
        var page = await Staff.OpenAsync(site, key, width, withScript: false);
        var courseId = $"course-{Guid.NewGuid():N}";

        await page.GetByRole(AriaRole.Link, new() { Name = "New course" }).ClickAsync();
        await page.GetByLabel("Course id").FillAsync(courseId);
        await page.GetByLabel("Title", new() { Exact = true }).First.FillAsync("Pediatrics Update 2026");
        await page.GetByLabel("Format").SelectOptionAsync("live");
        await page.GetByLabel("First day").FillAsync("2026-05-01");
        await page.GetByLabel("Last day").FillAsync("2026-05-02");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add credit" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add topic" }).ClickAsync();
        await FillAsync(page, "Credit 1", ("Type", "AMA_PRA_1"), ("Maximum", "12.5"));
        await FillAsync(page, "Credit 2", ("Type", "ACEP_1"), ("Maximum", "10"), ("Claim by", "2027-01-31"));
        await FillAsync(page, "Topic 1", ("Topic id", "asthma"), ("Title", "Asthma in school-age children"));
        await FillAsync(page, "Topic 2", ("Topic id", "cough"), ("Title", "Chronic cough"));
        await page.Locator("#topics-0-credits-0").FillAsync("1.5");
        await page.Locator("#topics-0-credits-1").FillAsync("1.25");
        await page.Locator("#topics-1-credits-0").FillAsync("much");
        await Looks.TakeAsync(page, $"course-form-{width}");

        await StoreAsync(page);
        await Looks.TakeAsync(page, $"course-wrong-{width}");
        Assert.Contains("Topic 2: enter an amount such as 1.50.", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Chronic cough", await page.Locator("#topics-1-title").InputValueAsync());
        await page.Locator("#topics-1-credits-0").FillAsync("2");
        await StoreAsync(page);

        await Looks.TakeAsync(page, $"course-stored-{width}");
        Assert.Contains("The course is stored as version 1", await page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
        var stored = await site.Operator.SendAsync(HttpMethod.Get, $"/v1/courses/{courseId}", null);
        Assert.Equal(providerId, (string)stored["providerId"]!);
        Assert.Equal(2, stored["offerings"]!.AsArray().Count);
        Assert.Equal(1.25m, (decimal)stored["topics"]![0]!["credits"]!["ACEP_1"]!);
    }

    [Fact]
    public async Task Row_that_was_added_is_where_typing_goes_on_and_enter_stores()
    {
        var (_, key) = await Staff.CreateProviderAsync(site);
        var page = await Staff.OpenAsync(site, key);
        await page.GotoAsync("/new-course");

        await page.GetByRole(AriaRole.Button, new() { Name = "Add topic" }).ClickAsync();
        await Assertions.Expect(page.Locator("#topics-1-topicId")).ToBeFocusedAsync();
        await page.Locator("#topics-1-topicId").FillAsync("cough");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Enter the first day of the course.");
        Assert.Equal("cough", await page.Locator("#topics-1-topicId").InputValueAsync());
    }

    private static Task StoreAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Store the course" }).ClickAsync();

    private static async Task FillAsync(IPage page, string row, params (string Label, string Value)[] fields)
    {
        var group = page.GetByRole(AriaRole.Group, new() { Name = row });
        foreach (var (label, value) in fields)
        {
            var field = group.GetByLabel(label, new() { Exact = label == "Type" }).First;
            await (label == "Type" ? field.SelectOptionAsync(value) : field.FillAsync(value));
        }
    }
}
