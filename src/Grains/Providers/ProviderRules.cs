using System.Text.RegularExpressions;
using CmeOrleans.Grains.Interfaces.Providers;

namespace CmeOrleans.Grains.Providers;

/// <summary>What a provider's record must be.</summary>
internal static partial class ProviderRules
{
    public const int JointProvidersMax = 20;

    public static FieldChecks Check(ProviderRecord record)
    {
        var checks = new FieldChecks();
        checks.RequireText(record.Name, 200, "/name");
        checks.RequireText(record.Address, 400, "/address");
        checks.RequireText(record.AccreditationStatement, 2000, "/accreditationStatement");
        checks.RequireText(record.SignatoryName, 200, "/signatory/name");
        checks.RequireText(record.SignatoryTitle, 200, "/signatory/title");
        checks.Require(
            record.AcmeProviderId is null || AccreditedProviderId().IsMatch(record.AcmeProviderId),
            "/acmeProviderId",
            "bad-format",
            "An ACCME provider id has seven digits.");
        checks.Require(record.JointProviders.Length <= JointProvidersMax, "/jointProviders", "too-many", $"At most {JointProvidersMax} joint providers.");
        for (var index = 0; index < record.JointProviders.Length && index < JointProvidersMax; index++)
        {
            checks.RequireText(record.JointProviders[index], 200, $"/jointProviders/{index}");
        }

        checks.Require(
            TimeZoneInfo.TryFindSystemTimeZoneById(record.TimeZone, out _),
            "/timeZone",
            "unknown-value",
            "A time zone is an IANA name such as America/Chicago.");
        return checks;
    }

    [GeneratedRegex(@"\A[0-9]{7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AccreditedProviderId();
}
