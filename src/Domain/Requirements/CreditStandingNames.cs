using System.Diagnostics;

namespace CmeOrleans.Domain.Requirements;

/// <summary>The names of <see cref="CreditStanding"/> in the API.</summary>
public static class CreditStandingNames
{
    public static string ToApiName(this CreditStanding standing) => standing switch
    {
        CreditStanding.Counted => "counted",
        CreditStanding.Claimable => "claimable",
        CreditStanding.BeforeCycle => "beforeCycle",
        CreditStanding.AfterCycle => "afterCycle",
        CreditStanding.TypeNotCounted => "typeNotCounted",
        CreditStanding.AttendanceOnly => "attendanceOnly",
        CreditStanding.CountedAsOtherType => "countedAsOtherType",
        _ => throw new UnreachableException($"No name for credit standing {standing}."),
    };
}
