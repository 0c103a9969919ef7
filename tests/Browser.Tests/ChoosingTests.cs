using System.Text.RegularExpressions;
using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>Choosing credits: types, order, totals, and hands that use no mouse.</summary>
public sealed class ChoosingTests(Site site)
{
    [Fact]
    public async Task Totals_follow_what_is_chosen_and_typed()
    {
        var page = await (await Learner.CreateAsync(site)).OpenAsync();
        await page.GotoAsync("/claim");
        var button = page.Locator(".bar .btn-primary");
        Assert.Equal("Claim 0.00 CME", await button.InnerTextAsync());

        await page.GetByLabel("Select all credits").CheckAsync();
        Assert.Equal($"Claim {Learner.AmaTotal} CME", await button.InnerTextAsync());
        Assert.Equal("9 of 9 selected, 3 certificates", await page.GetByRole(AriaRole.Status).InnerTextAsync());

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Chronic cough" }).UncheckAsync();
        Assert.Equal("Claim 11.75 CME", await button.InnerTextAsync());
        Assert.True(await page.GetByLabel("Select all credits").EvaluateAsync<bool>("box => box.indeterminate"));

        await page.GetByRole(AriaRole.Spinbutton, new() { Name = "Amount Chronic cough" }).FillAsync("0.25");
        Assert.Equal("Claim 12.00 CME", await button.InnerTextAsync());
    }

    [Fact]
    public async Task Only_types_with_credit_are_offered_and_courses_of_one_type_say_so()
    {
        var page = await (await Learner.CreateAsync(site)).OpenAsync();
        await page.GotoAsync("/claim");

        Assert.Equal(
            ["AMA PRA Category 1 (13.75)", "ACEP Category I (6.00)", "ABP MOC Part 2 (4.00)"],
            await page.GetByLabel("CME Type").Locator("option").AllInnerTextsAsync());
        Assert.Contains("this type only", await page.Locator("tr.group", new() { HasText = "Pediatric Review" }).InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("this type only", await page.Locator("tr.group", new() { HasText = "Emergency" }).InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByLabel("CME Type").SelectOptionAsync("ACEP_1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        Assert.Equal(["Emergency Medicine 2026"], (await page.Locator("tr.group").AllInnerTextsAsync()).Select(text => text[..23]));
    }

    [Theory]
    [InlineData("Course and topic", "ascending", "Emergency Medicine 2026")]
    [InlineData("Earned", "ascending", "Emergency Medicine 2026")]
    [InlineData("Available", "descending", "Primary Care Update")]
    public async Task Columns_sort_and_say_so_and_keep_what_was_chosen(string column, string direction, string first)
    {
        var page = await (await Learner.CreateAsync(site)).OpenAsync();
        await page.GotoAsync("/claim");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Chronic cough" }).CheckAsync();

        await page.GetByRole(AriaRole.Columnheader, new() { Name = column }).GetByRole(AriaRole.Link).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = column })).ToHaveAttributeAsync("aria-sort", direction);
        Assert.Equal(1, await page.Locator("[aria-sort]").CountAsync());
        Assert.StartsWith(first, await page.Locator("tr.group").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.GetByRole(AriaRole.Checkbox, new() { Name = "Chronic cough" }).IsCheckedAsync());
    }

    [Fact]
    public async Task Claim_is_made_by_keyboard_alone_and_focus_is_never_behind_the_bar()
    {
        var learner = await Learner.CreateAsync(site);
        var page = await learner.OpenAsync(390, 700);
        await page.GotoAsync("/claim");

        await TabToAsync(page, "#all");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, ".bar .btn-primary");
        await EnterAsync(page, "/preview");
        await TabToAsync(page, ".actions .btn-primary");
        await EnterAsync(page, "/evaluation");
        await TabToAsync(page, ".actions .btn-link");
        await EnterAsync(page, "/success");

        Assert.Equal(13.75m, (decimal)(await learner.GetAsync("/claims"))["items"]![0]!["total"]!);
    }

    // Asked again and again: who begins to wait for an event after the key was pressed may begin too late.
    private static async Task EnterAsync(IPage page, string pathEnd)
    {
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{pathEnd}$"), new() { Timeout = 15_000 });
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Presses Tab until the element has focus, and sees to it that nothing on the way is covered.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        const int StepsMax = 120;
        for (var step = 0; step < StepsMax; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Null(await page.EvaluateAsync<string?>(
                """
                () => {
                  const bar = document.querySelector(".bar")?.getBoundingClientRect();
                  const focused = document.activeElement;
                  const box = focused.getBoundingClientRect();
                  return bar && !focused.closest(".bar") && box.height > 0 && box.bottom > bar.top + 1 ? focused.outerHTML : null;
                }
                """));
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by keyboard.");
    }
}
