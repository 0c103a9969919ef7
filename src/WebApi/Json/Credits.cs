using System.Text.Json.Serialization;

namespace CmeOrleans.WebApi.Json;

/// <summary>An amount of credit on the wire: a JSON number with at most two decimals, kept as whole hundredths.</summary>
/// <param name="Hundredths">May be zero or negative in a request; the rules of the ledger refuse that, line by line.</param>
[JsonConverter(typeof(CreditsConverter))]
internal readonly record struct Credits(long Hundredths);
