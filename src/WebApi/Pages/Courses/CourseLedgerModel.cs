using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>A page of a course's entries, oldest first, with the sums of all of them.</summary>
public sealed record CourseLedgerModel
{
    public required CourseView Course { get; init; }

    public required ImmutableArray<CourseBalanceLine> Balances { get; init; }

    /// <summary>The entries, with learners called as the viewer may know them.</summary>
    public required ImmutableArray<CourseEntryView> Entries { get; init; }

    public required CreditTypeNames Types { get; init; }

    /// <summary>Where the list goes on, if it does.</summary>
    public string? NextAddress { get; init; }

    /// <summary>What an entry did, in a word.</summary>
    public static string TextOf(string kind) => kind switch
    {
        "earned" => "Earned",
        "claimed" => "Claimed",
        "expired" => "Expired",
        "reversed" => "Reversed",
        "returned" => "Returned by a void",
        "reinstated" => "Reinstated",
        _ => kind,
    };
}
