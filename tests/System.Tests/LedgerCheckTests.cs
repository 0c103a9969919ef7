using CmeOrleans.System.Tests.Support;

namespace CmeOrleans.System.Tests;

/// <summary>
/// Goal: <c>ledger check</c> finds what somebody with the data file did to it, and blames nothing else. Method: one kind
/// of damage each to a copy of a sound store.
/// </summary>
public sealed class LedgerCheckTests(SoundStore store)
{
    [Fact]
    public async Task A_sound_store_has_no_fault()
    {
        using var installation = await store.CopyAsync();

        var (exitCode, output) = await CheckAsync(installation);

        Assert.True(exitCode == 0, output);
        Assert.Contains("3 ledgers, 7 rows, 2 checkpoints: 0 faults.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("signatures were not checked", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoreDamage.StatementChanged, "The signature of checkpoint 2 does not fit what it states.")]
    [InlineData(StoreDamage.SignatureChanged, "The signature of checkpoint 1 does not fit what it states.")]
    [InlineData(StoreDamage.CheckpointRemoved, "Checkpoint 1 is missing.", "Checkpoint 2 does not follow the one before it.")]
    [InlineData(StoreDamage.OldLeafChanged, "The leaves of checkpoint 1 are not those that it was signed over.")]
    [InlineData(StoreDamage.LeafRemoved, "The leaves of checkpoint 1 are not those that it was signed over.")]
    [InlineData(StoreDamage.TailCut, "Ledger learner-1 lacks row 3 as its newest checkpoint has it")]
    [InlineData(StoreDamage.TailRewritten, "Ledger learner-3 lacks row 2 as its newest checkpoint has it")]
    [InlineData(StoreDamage.LedgerRemoved, "Ledger learner-2 lacks row 2 as its newest checkpoint has it")]
    [InlineData(StoreDamage.CourseEntryChanged, "Course course-1, AMA_PRA_1: the learners' side and the course's side of the entries differ.")]
    [InlineData(StoreDamage.CourseEntryRemoved, "Course course-1, AMA_PRA_1: the learners' side and the course's side of the entries differ.")]
    public async Task Damage_is_named_and_nothing_else_is(string damage, params string[] faults)
    {
        using var installation = await store.CopyAsync();
        Assert.NotEqual(0, SqliteHand.Change(installation, damage));

        var (exitCode, output) = await CheckAsync(installation);

        Assert.True(exitCode == 1, output);
        Assert.All(faults, fault => Assert.Contains(fault, output, StringComparison.Ordinal));
        Assert.Contains($": {faults.Length} faults.", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> CheckAsync(Installation installation)
    {
        await using var check = NodeProcess.Launch(installation, changes: null, "ledger", "check");
        return (await check.ExitCodeAsync(), check.Output);
    }
}
