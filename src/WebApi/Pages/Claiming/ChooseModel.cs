using System.Collections.Immutable;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>What a learner can claim, and what is chosen of it.</summary>
public sealed record ChooseModel
{
    /// <summary>The types that the learner has credit of, in the order of the pack; empty if there is nothing to claim.</summary>
    public required ImmutableArray<TypeChoice> Types { get; init; }

    /// <summary>The type that is shown; none if there is nothing to claim.</summary>
    public required TypeChoice? Type { get; init; }

    public required ImmutableArray<CourseGroup> Courses { get; init; }

    public required CreditSort Sort { get; init; }

    /// <summary>Whether claiming is open: without an active membership credits are counted and stay.</summary>
    public required bool IsMembershipActive { get; init; }

    /// <summary>How many credits of the type there are beyond those that fit into one claim.</summary>
    public required int BeyondCount { get; init; }

    /// <summary>How many credits there are of all types.</summary>
    public required int CreditsCount { get; init; }

    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>What happened to the ledger since the preview, as sentences.</summary>
    public ImmutableArray<string> Changes { get; init; } = [];

    /// <summary>What the profile lacks for this type, as sentences.</summary>
    public ImmutableArray<string> MissingFacts { get; init; } = [];

    public IEnumerable<CreditRow> Chosen => Courses.SelectMany(course => course.Rows).Where(row => row.IsChosen);

    public int RowsCount => Courses.Sum(course => course.Rows.Length);

    public int CertificatesCount => Courses.Count(course => course.Rows.Any(row => row.IsChosen));

    public long ChosenHundredths => Chosen.Sum(row => CreditAmountText.TryParse(row.AmountText, out var hundredths) ? Math.Max(0, hundredths) : 0);
}
