using System.Collections.Immutable;
using System.Diagnostics;

namespace CmeOrleans.Domain.CreditTypes;

/// <summary>Where <see cref="ProfileFact"/>s stand in the learner's profile; the names used in data packs and in refusals.</summary>
public static class ProfileFactNames
{
    public static ImmutableArray<ProfileFact> All { get; } =
    [
        ProfileFact.AbpDiplomateId,
        ProfileFact.BirthMonthDay,
        ProfileFact.AbpReportingConsent,
        ProfileFact.AbimDiplomateId,
    ];

    /// <summary>The path of the field in the profile, such as <c>boardIds.abp</c>.</summary>
    public static string ToProfilePath(this ProfileFact fact) => fact switch
    {
        ProfileFact.AbpDiplomateId => "boardIds.abp",
        ProfileFact.BirthMonthDay => "birthMonthDay",
        ProfileFact.AbpReportingConsent => "reportingConsent.abp",
        ProfileFact.AbimDiplomateId => "boardIds.abim",
        _ => throw new UnreachableException($"No path for profile fact {fact}."),
    };

    /// <summary>Reads a path as <see cref="ToProfilePath"/> writes it.</summary>
    public static bool TryParse(string? path, out ProfileFact fact)
    {
        foreach (var candidate in All)
        {
            if (candidate.ToProfilePath() == path)
            {
                fact = candidate;
                return true;
            }
        }

        fact = ProfileFact.None;
        return false;
    }
}
