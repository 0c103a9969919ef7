using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces;

namespace CmeOrleans.Grains;

/// <summary>Puts outcomes into the words of the contract.</summary>
internal static class Answers
{
    /// <summary>The code of a refusal for what a field says, not for what the ledger holds.</summary>
    public const string InvalidRequest = "invalid-request";

    public static Answer<T> Done<T>(T value) => new() { Outcome = Outcome.Done, Value = value };

    public static Answer<T> Repeated<T>(T value) => new() { Outcome = Outcome.Repeated, Value = value };

    public static Answer<T> NotFound<T>() => new() { Outcome = Outcome.NotFound };

    public static Answer<T> VersionConflict<T>() => new() { Outcome = Outcome.VersionConflict };

    public static Answer<T> Refused<T>(string code, string detail, ImmutableArray<RefusalLine> lines = default) => new()
    {
        Outcome = Outcome.Refused,
        Refusal = new() { Code = code, Detail = detail, Lines = lines.IsDefault ? [] : lines },
    };

    public static Answer<T> Invalid<T>(ImmutableArray<RefusalLine> lines) =>
        Refused<T>(InvalidRequest, "The request has values that cannot be accepted.", lines);
}
