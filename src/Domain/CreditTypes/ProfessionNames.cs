using System.Collections.Immutable;
using System.Diagnostics;

namespace CmeOrleans.Domain.CreditTypes;

/// <summary>The names of <see cref="Profession"/> in the API and in data packs, such as <c>physicianMd</c>.</summary>
public static class ProfessionNames
{
    /// <summary>Every profession a learner can have, in the order of the contract.</summary>
    public static ImmutableArray<Profession> All { get; } =
    [
        Profession.PhysicianMd,
        Profession.PhysicianDo,
        Profession.PhysicianAssistant,
        Profession.NursePractitioner,
        Profession.Nurse,
        Profession.Pharmacist,
        Profession.Other,
    ];

    public static string ToApiName(this Profession profession) => profession switch
    {
        Profession.PhysicianMd => "physicianMd",
        Profession.PhysicianDo => "physicianDo",
        Profession.PhysicianAssistant => "physicianAssistant",
        Profession.NursePractitioner => "nursePractitioner",
        Profession.Nurse => "nurse",
        Profession.Pharmacist => "pharmacist",
        Profession.Other => "other",
        _ => throw new UnreachableException($"No name for profession {profession}."),
    };

    /// <summary>Reads a name of the API; case counts.</summary>
    /// <returns>Whether <paramref name="name"/> is a profession; if not, <paramref name="profession"/> is none.</returns>
    public static bool TryParse(string? name, out Profession profession)
    {
        foreach (var candidate in All)
        {
            if (candidate.ToApiName() == name)
            {
                profession = candidate;
                return true;
            }
        }

        profession = Profession.None;
        return false;
    }
}
