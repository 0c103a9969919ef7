using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Sources;

/// <summary>Time is injected and nobody blocks a thread. The analyzer bans the clock too; this list says the rest.</summary>
public sealed partial class BannedCallTests
{
    private const int ConditionDistanceMax = 100;

    /// <summary>Files that may do it, each with the reason.</summary>
    private static readonly ImmutableDictionary<string, string> Allowed = new Dictionary<string, string>
    {
        ["src/Orleans.InProcess/Activations/ActivationScheduler.cs"] = "Runs the turns of a thread of its own; the task is complete.",
        ["src/WebApi/Accounts/Keys/KeyRingRepository.cs"] = "The framework's interface is synchronous; it is asked about once a day.",
    }.ToImmutableDictionary();

    [Fact]
    public void Clocks_are_injected_and_threads_are_not_blocked() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src").Where(file => !Allowed.ContainsKey(file.Path)).SelectMany(Check));

    [Fact]
    public void Allowed_places_exist() =>
        Findings.RequireNone(Allowed.Keys.Where(path => !RepositoryTree.Exists(path)));

    [Theory]
    [InlineData("var now = DateTime.Now;", 1)]
    [InlineData("var now = DateTimeOffset.UtcNow;", 1)]
    [InlineData("Thread.Sleep(1);", 1)]
    [InlineData("var answer = task.Result;", 1)]
    [InlineData("if (task.IsCompletedSuccessfully) { End(task.Result); }", 0)]
    [InlineData("task.Wait();", 1)]
    [InlineData("task.GetAwaiter().GetResult();", 1)]
    [InlineData("await task.ConfigureAwait(false);", 1)]
    [InlineData("// DateTime.Now is banned", 0)]
    [InlineData("var results = answer.Results; time.GetUtcNow(); new WaitHandle();", 0)]
    public void Banned_call_is_found(string text, int findings) =>
        Assert.Equal(findings, Check(new("src/A.cs", text)).Count());

    private static IEnumerable<string> Check(RepositoryFile file) =>
        Banned().Matches(file.Code.Code)
            .Where(match => !IsResultOfEndedTask(file.Code.Code, match))
            .Select(match => $"{file.At(match.Index)}: {match.Value.Trim()} is banned.");

    /// <summary>The result of a task that was just seen to have ended is there: nobody waits for it.</summary>
    private static bool IsResultOfEndedTask(string code, Match match)
    {
        var start = Math.Max(0, match.Index - ConditionDistanceMax);
        return match.Value == ".Result" && code[start..match.Index].Contains("IsCompletedSuccessfully", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|\bThread\.Sleep\b|\.Result\b(?!\s*\()|\.Wait\(|\.GetResult\(\)|\.ConfigureAwait\(false\)")]
    private static partial Regex Banned();
}
