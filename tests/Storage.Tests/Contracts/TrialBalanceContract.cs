using System.Collections.Immutable;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Tests.Contracts;

/// <summary>
/// The trial balance. Goal: it adds up after every kind of event, and does not when one side says something else.
/// Method: one learner's story in the events of the domain, then rows whose sides differ.
/// </summary>
public abstract class TrialBalanceContract(StoreFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly ClaimId Claim = new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"));

    [Fact]
    public async Task Both_sides_agree_through_a_whole_story_and_a_difference_is_found()
    {
        var journal = fixture.Store.Journal;
        var first = TestRows.Earn("story", 1, "a", hundredths: 100);
        var second = TestRows.Earn("story", 2, "b", hundredths: 200, creditType: "ACEP_1", after: first.Row);
        var claimed = TestRows.Append("story", 3, "claim", ClaimOf("a", 60, forgone: ("b", 120)), second.Row,
        [
            Entry(0, CourseEntryKind.Claimed, "AMA_PRA_1", 60), Entry(1, CourseEntryKind.Reversed, "ACEP_1", 120),
        ]);
        var expired = TestRows.Expire("story", 4, "a", 40, claimed.Row);
        var voided = TestRows.Append("story", 5, "void", VoidOf("a", 60, reinstated: ("b", 120)), expired.Row,
        [
            Entry(0, CourseEntryKind.Returned, "AMA_PRA_1", 60), Entry(1, CourseEntryKind.Reinstated, "ACEP_1", 120),
        ]);
        var reversed = TestRows.Append(
            "story",
            6,
            "reverse",
            new EarningReversed { EarningId = new(Guid.NewGuid()), Reason = "withdrawn \"course\"", Reversed = [Movement("b", 200)] },
            voided.Row,
            [Entry(0, CourseEntryKind.Reversed, "ACEP_1", 200)]);
        foreach (var append in (ImmutableArray<LedgerAppend>)[first, second, claimed, expired, voided, reversed])
        {
            Assert.Equal(AppendStatus.Stored, (await journal.AppendAsync(append)).Status);
            var balance = await fixture.Store.TrialBalance.ReadAsync(Cancellation);
            Assert.True(balance.IsBalanced, $"After row {append.Row.Seq}: {string.Join(", ", balance.Totals)} {string.Join(", ", balance.BrokenLedgers)}");
        }

        var total = await fixture.Store.TrialBalance.ReadAsync(Cancellation);
        Assert.Equal(
            [new("course-1", "ACEP_1", 0, 0, 0, 0, 0, 0), new("course-1", "AMA_PRA_1", 100, 100, 0, 0, 40, 40)], total.Totals);
        Assert.InRange(total.At, TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow().AddMinutes(1));

        // A row of which the course heard another amount.
        var crooked = TestRows.Earn("crooked", courseId: "course-2");
        await journal.AppendAsync(crooked with { CourseEntries = [crooked.CourseEntries[0] with { Amount = CreditAmount.FromHundredths(99) }] });
        var unequal = await fixture.Store.TrialBalance.ReadAsync(Cancellation);
        Assert.False(unequal.IsBalanced);
        Assert.Equal(new("course-2", "AMA_PRA_1", 100, 99, 0, 0, 0, 0), Assert.Single(unequal.Totals, line => !line.IsBalanced));
        Assert.Empty(unequal.BrokenLedgers);

        // More expires than was earned, on both sides alike.
        var earned = TestRows.Earn("broken", courseId: "course-3", hundredths: 10);
        await journal.AppendAsync(earned);
        await journal.AppendAsync(TestRows.Expire("broken", 2, "key-1", 11, earned.Row, courseId: "course-3"));
        var uneven = await fixture.Store.TrialBalance.ReadAsync(Cancellation);
        Assert.Equal(["broken AMA_PRA_1"], uneven.BrokenLedgers);

        // Bodies that no database takes for JSON, or not for an event: their ledgers are named and all others go on.
        await PlantAsync("corrupt-1", "{\"credits\":[");
        await PlantAsync("corrupt-2", "{\"expired\":7}");
        var corrupt = await fixture.Store.TrialBalance.ReadAsync(Cancellation);
        Assert.False(corrupt.IsBalanced);
        Assert.Equal(["corrupt-1", "corrupt-2"], corrupt.UnreadableLedgers);
        Assert.Equal(uneven.Totals.AsEnumerable(), corrupt.Totals);
        Assert.Equal(uneven.BrokenLedgers.AsEnumerable(), corrupt.BrokenLedgers);
    }

    private async Task PlantAsync(string ledgerId, string body)
    {
        var append = TestRows.Earn(ledgerId, courseId: "course-4").WithRow(row => row with { Body = System.Text.Encoding.UTF8.GetBytes(body) });
        Assert.Equal(AppendStatus.Stored, (await fixture.Store.Journal.AppendAsync(append)).Status);
    }

    private static CreditMovement Movement(string key, long hundredths) =>
        new(TestRows.CreditOf("story", key), CreditAmount.FromHundredths(hundredths));

    private static ClaimVoided VoidOf(string key, long hundredths, (string Key, long Hundredths) reinstated) => new()
    {
        ClaimId = Claim,
        Reason = "mistake",
        Returned = [Movement(key, hundredths)],
        Reinstated = [Movement(reinstated.Key, reinstated.Hundredths)],
    };

    private static CourseEntry Entry(int n, CourseEntryKind kind, string creditType, long hundredths) => new()
    {
        CourseId = "course-1",
        N = n,
        Kind = kind,
        CreditType = creditType,
        Amount = CreditAmount.FromHundredths(hundredths),
    };

    private static Claimed ClaimOf(string key, long hundredths, (string Key, long Hundredths) forgone) => new()
    {
        ClaimId = Claim,
        CreditType = "AMA_PRA_1",
        Hundredths = CreditAmount.FromHundredths(hundredths),
        ClaimedAt = DateTimeOffset.UnixEpoch,
        Name = new(new byte[] { 1, 2, 3 }),
        Providers =
        [
            new() { ProviderId = "p", Name = "P", Address = "A", AccreditationStatement = "S", SignatoryName = "N", SignatoryTitle = "T" },
        ],
        Forgone = [Movement(forgone.Key, forgone.Hundredths)],
        Certificates =
        [
            new()
            {
                CertificateId = new(Guid.NewGuid()),
                Code = "code",
                Kind = "participation",
                TemplateVersion = 1,
                CourseId = "course-1",
                CourseVersion = 1,
                CourseTitle = "A course",
                Format = "live",
                Hundredths = CreditAmount.FromHundredths(hundredths),
                DesignatedHundredths = CreditAmount.FromHundredths(hundredths),
                IssuedOn = new(2026, 11, 22),
                Provider = 0,
                Topics =
                [
                    new()
                    {
                        CreditId = TestRows.CreditOf("story", key),
                        TopicId = "t",
                        Title = "T",
                        CompletedOn = new(2026, 11, 22),
                        Hundredths = CreditAmount.FromHundredths(hundredths),
                    },
                ],
            },
        ],
    };
}
