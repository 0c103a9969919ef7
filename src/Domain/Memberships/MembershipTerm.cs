namespace CmeOrleans.Domain.Memberships;

/// <summary>The days of a membership, the last one included.</summary>
public readonly record struct MembershipTerm(DateOnly StartsOn, DateOnly EndsOn)
{
    /// <summary>
    /// What a further year makes of a membership: it begins on the day after the last one, or today where that has passed or there
    /// is no membership. A year that begins on 29 February ends on 27 February, so that the next one begins on the 28th.
    /// </summary>
    public static MembershipTerm ExtendByYear(MembershipTerm? current, DateOnly today)
    {
        if (current is not { } term || term.EndsOn < today)
        {
            return new(today, EndOfYearFrom(today));
        }

        // A membership for ever, as operators may grant one, stays one.
        return term.EndsOn.Year >= DateOnly.MaxValue.Year - 1
            ? term with { EndsOn = DateOnly.MaxValue }
            : term with { EndsOn = EndOfYearFrom(term.EndsOn.AddDays(1)) };
    }

    private static DateOnly EndOfYearFrom(DateOnly firstDay) => firstDay.AddYears(1).AddDays(-1);
}
