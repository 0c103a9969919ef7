using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>The certifying boards that know a learner by number, and what people call them.</summary>
internal static class BoardNames
{
    private const string Abp = "abp";
    private const string Abim = "abim";

    public static ImmutableArray<string> Codes { get; } = [Abp, Abim];

    /// <summary>The name of a board; its code in capitals if this version does not know it.</summary>
    public static string Of(string board) => board switch
    {
        Abp => "American Board of Pediatrics",
        Abim => "American Board of Internal Medicine",
        _ => board.ToUpperInvariant(),
    };

    /// <summary>The number under which the board knows the learner, if the profile has it.</summary>
    public static string? DiplomateIdIn(LearnerProfile profile, string board) => board switch
    {
        Abp => profile.AbpId,
        Abim => profile.AbimId,
        _ => null,
    };
}
