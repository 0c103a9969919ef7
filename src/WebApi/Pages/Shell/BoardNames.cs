using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>What people call certifying boards.</summary>
internal static class BoardNames
{
    private const string Abp = "abp";
    private const string Abim = "abim";

    /// <summary>The name of a board; its code in capitals if this version does not know it.</summary>
    public static string Of(string board) => board switch
    {
        Abp => "American Board of Pediatrics",
        Abim => "American Board of Internal Medicine",
        _ => board.ToUpperInvariant(),
    };

    /// <summary>Codes of the boards whose diplomate id the profile has.</summary>
    public static ImmutableArray<string> WithDiplomateIdIn(LearnerProfile? profile)
    {
        (string Board, string? DiplomateId)[] known = [(Abp, profile?.AbpId), (Abim, profile?.AbimId)];
        return [.. known.Where(one => one.DiplomateId is not null).Select(one => one.Board)];
    }
}
