using System.Globalization;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>Puts what a rule refuses next to the fields that it is about.</summary>
internal static class ClaimRefusals
{
    private const string AllId = "all";

    /// <summary>Amounts that are no numbers, which no rule needs to see.</summary>
    public static FormErrors Unreadable(ClaimDraft draft, ChooseModel model) => FormErrors.Of(
        from line in draft.Lines
        where !CreditAmountText.TryParse(line.AmountText, out _)
        select new FormError(FieldOf(line.CreditId), $"{TopicOf(model, line.CreditId)}: enter an amount such as 1.50."));

    public static FormErrors Of(Refusal refusal, ClaimDraft draft, ChooseModel model) => refusal.Code switch
    {
        "no-lines" => One("Choose at least one credit."),
        "lines-refused" => FormErrors.Of(refusal.Lines.Select(line => ErrorOf(line, draft, model)).Where(error => model.Changes.IsEmpty || error.FieldId != AllId).Distinct()),

        // Shown as notices of their own, as is what changed since a preview.
        "membership-not-active" or "profile-incomplete" => FormErrors.None,
        _ => One(refusal.Detail),
    };

    private static FormError ErrorOf(RefusalLine refused, ClaimDraft draft, ChooseModel model)
    {
        var creditId = draft.Lines[IndexOf(refused.Pointer)].CreditId;
        var row = RowOf(model, creditId);
        return row is null
            ? new(AllId, "A credit that you had chosen is no longer available.")
            : new(FieldOf(creditId), $"{row.TopicTitle}: {MessageOf(refused, row, model.Type!)}");
    }

    private static string MessageOf(RefusalLine refused, CreditRow row, TypeChoice type) => refused.Code switch
    {
        "more-than-available" => $"at most {PageTexts.Amount(row.AvailableHundredths)} is available.",
        "not-multiple-of-step" => $"claim in steps of {PageTexts.Amount(type.StepHundredths)}.",
        "amount-not-positive" => "enter more than zero, or leave it out.",
        _ => refused.Detail,
    };

    // Pointers are ours: /lines/{index}/{field}.
    private static int IndexOf(string pointer) => int.Parse(pointer.Split('/')[2], NumberStyles.None, CultureInfo.InvariantCulture);

    private static FormErrors One(string message) => FormErrors.Of([new(AllId, message)]);

    private static string FieldOf(string creditId) => ClaimDraft.AmountPrefix + creditId;

    private static string TopicOf(ChooseModel model, string creditId) => RowOf(model, creditId)?.TopicTitle ?? "A credit";

    private static CreditRow? RowOf(ChooseModel model, string creditId) =>
        model.Courses.SelectMany(course => course.Rows).FirstOrDefault(row => row.CreditId == creditId);
}
