using System.Collections.Immutable;
using CmeOrleans.Domain.Certificates;

namespace CmeOrleans.Domain.CreditTypes;

/// <summary>One kind of credit: who owns it, how it is counted, to whom it may be awarded and how it is worded.</summary>
public sealed record CreditType
{
    /// <summary>The code in the API and in the journal, such as <c>AMA_PRA_1</c>. Never reused for other credit.</summary>
    public required string Code { get; init; }

    /// <summary>The name for lists and menus, without marks.</summary>
    public required string Name { get; init; }

    /// <summary>The organisation whose rules and wording count.</summary>
    public required string Owner { get; init; }

    public required CreditUnit Unit { get; init; }

    /// <summary>Earnings and claims are whole numbers of this amount, which is never zero.</summary>
    public required CreditAmount Step { get; init; }

    /// <summary>The professions to which the credit may be awarded, in the order of the contract.</summary>
    public required ImmutableArray<Profession> Professions { get; init; }

    /// <summary>The certificate of a learner to whom the credit may be awarded; none for self-reported credit.</summary>
    public required CertificateKind CertificateKind { get; init; }

    /// <summary>The wording after an amount of exactly one.</summary>
    public required CreditPhrase Singular { get; init; }

    /// <summary>The wording after every other amount, fractions included.</summary>
    public required CreditPhrase Plural { get; init; }

    /// <summary>
    /// The owner's designation statement, or <see langword="null"/> where there is none to make because providers
    /// do not designate this credit.
    /// </summary>
    public required DesignationTemplate? Designation { get; init; }

    /// <summary>Whether learners enter this credit themselves.</summary>
    public required bool SelfReportable { get; init; }

    /// <summary>What the profile must hold before the first claim.</summary>
    public required ImmutableArray<ProfileFact> RequiredProfileFacts { get; init; }

    /// <summary>Where the rules above were read.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which the source was read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>What a reader of the pack should know, such as a rule that still needs confirming.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a course may offer this credit. Credit that only learners report is never designated by a provider.</summary>
    public bool IsOfferable => CertificateKind is not CertificateKind.None;

    public bool MayBeAwardedTo(Profession profession) => Professions.Contains(profession);

    /// <summary>Whether a profile with these facts holds all that is needed before the first claim.</summary>
    public bool IsSatisfiedBy(ImmutableArray<ProfileFact> facts)
    {
        foreach (var required in RequiredProfileFacts)
        {
            if (!facts.Contains(required))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The kind of certificate that a learner of <paramref name="profession"/> gets for this credit.</summary>
    public CertificateKind CertificateKindFor(Profession profession)
    {
        if (CertificateKind is CertificateKind.None)
        {
            return CertificateKind.None;
        }

        return MayBeAwardedTo(profession) ? CertificateKind : CertificateKind.Attendance;
    }

    /// <summary>The owner's wording as it follows <paramref name="amount"/>: singular after exactly one.</summary>
    public CreditPhrase PhraseFor(CreditAmount amount) =>
        amount == CreditAmount.FromHundredths(100) ? Singular : Plural;
}
