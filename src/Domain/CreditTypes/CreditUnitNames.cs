using System.Diagnostics;

namespace CmeOrleans.Domain.CreditTypes;

/// <summary>The names of <see cref="CreditUnit"/> in the API and in data packs.</summary>
public static class CreditUnitNames
{
    public static string ToApiName(this CreditUnit unit) => unit switch
    {
        CreditUnit.Credit => "credit",
        CreditUnit.ContactHour => "contactHour",
        CreditUnit.Point => "point",
        CreditUnit.Hour => "hour",
        _ => throw new UnreachableException($"No name for credit unit {unit}."),
    };

    /// <summary>Reads a name as <see cref="ToApiName"/> writes it; case counts.</summary>
    public static bool TryParse(string? name, out CreditUnit unit)
    {
        unit = name switch
        {
            "credit" => CreditUnit.Credit,
            "contactHour" => CreditUnit.ContactHour,
            "point" => CreditUnit.Point,
            "hour" => CreditUnit.Hour,
            _ => CreditUnit.None,
        };
        return unit is not CreditUnit.None;
    }
}
