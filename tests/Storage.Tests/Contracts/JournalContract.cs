using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Tests.Contracts;

/// <summary>What every journal promises, whatever the database. Each test has ledgers of its own.</summary>
public abstract class JournalContract(StoreFixture fixture)
{
    private ILedgerJournal Journal => fixture.Store.Journal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stored_row_is_read_back_as_it_was_hashed()
    {
        var append = TestRows.Earn("read-back", content: "Größe – 薬 🩺 \\u0000");

        var outcome = await Journal.AppendAsync(append);

        Assert.Equal(AppendStatus.Stored, outcome.Status);
        var row = Assert.Single(await Journal.ReadPageAsync("read-back", 0, 10, Cancellation));
        Assert.Equal(outcome.At, row.At);
        Assert.Equal(append.Row.Body.ToArray(), row.Body.ToArray());
        Assert.Equal(append.Row.Hash.ToArray(), row.Hash.ToArray());
        Assert.Equal(append.Row.PreviousHash.ToArray(), row.PreviousHash.ToArray());
        Assert.Equal(append.Row.Fingerprint.ToArray(), row.Fingerprint.ToArray());
        Assert.Equal(append.Row.CommandKey, row.CommandKey);
        Assert.Equal(append.Row.Kind, row.Kind);
        Assert.Equal(row.Hash.ToArray(), LedgerHash.Compute(row.LedgerId, row.Seq, row.Kind, row.PreviousHash.Span, row.Body.Span));
    }

    [Fact]
    public async Task A_repeat_is_answered_with_the_first_row()
    {
        var append = TestRows.Earn("repeat");
        var first = await Journal.AppendAsync(append);

        var second = await Journal.AppendAsync(append.WithRow(row => row with { Seq = 2, Hash = new byte[32] }));

        Assert.Equal(AppendStatus.Repeated, second.Status);
        Assert.Equal(1, second.Existing!.Seq);
        Assert.Equal(first.At, second.Existing.At);
        Assert.Single(await Journal.ReadPageAsync("repeat", 0, 10, Cancellation));
    }

    [Fact]
    public async Task A_key_with_other_content_is_reused()
    {
        await Journal.AppendAsync(TestRows.Earn("reused"));

        var outcome = await Journal.AppendAsync(TestRows.Earn("reused", hundredths: 200));

        Assert.Equal(AppendStatus.KeyReused, outcome.Status);
        Assert.Equal(1, outcome.Existing!.Seq);
    }

    [Fact]
    public async Task A_key_of_another_ledger_is_another_key()
    {
        Assert.Equal(AppendStatus.Stored, (await Journal.AppendAsync(TestRows.Earn("other-ledger-1", key: "same"))).Status);
        Assert.Equal(AppendStatus.Stored, (await Journal.AppendAsync(TestRows.Earn("other-ledger-2", key: "same", hundredths: 5))).Status);
    }

    [Fact]
    public async Task A_stale_writer_is_told_that_the_seq_is_taken()
    {
        await Journal.AppendAsync(TestRows.Earn("stale"));

        var outcome = await Journal.AppendAsync(TestRows.Earn("stale", key: "another key"));

        Assert.Equal(AppendStatus.SeqTaken, outcome.Status);
        Assert.Null(outcome.Existing);
    }

    [Fact]
    public async Task Of_two_writers_of_one_seq_exactly_one_wins_and_the_other_side_is_the_winners()
    {
        const int writersCount = 20;
        var appends = Enumerable.Range(0, writersCount)
            .Select(number => TestRows.Earn("race", key: $"writer-{number}", courseId: "course-race", hundredths: number + 1));

        var outcomes = await Task.WhenAll(appends.Select(Journal.AppendAsync));

        Assert.Equal(1, outcomes.Count(outcome => outcome.Status is AppendStatus.Stored));
        Assert.Equal(writersCount - 1, outcomes.Count(outcome => outcome.Status is AppendStatus.SeqTaken));
        var row = Assert.Single(await Journal.ReadPageAsync("race", 0, 10, Cancellation));
        var entry = Assert.Single(await fixture.Store.CourseEntries.ReadPageAsync("course-race", default, 10, Cancellation));
        Assert.Equal($"writer-{entry.Amount.Hundredths - 1}", row.CommandKey);
    }

    [Fact]
    public async Task A_key_sent_many_times_at_once_is_stored_once()
    {
        var append = TestRows.Earn("burst", courseId: "course-burst");

        var outcomes = await Task.WhenAll(Enumerable.Repeat(append, 20).Select(Journal.AppendAsync));

        Assert.Equal(1, outcomes.Count(outcome => outcome.Status is AppendStatus.Stored));
        Assert.Equal(19, outcomes.Count(outcome => outcome.Status is AppendStatus.Repeated));
        Assert.Single(await fixture.Store.CourseEntries.ReadPageAsync("course-burst", default, 10, Cancellation));
    }

    [Fact]
    public async Task Appends_of_one_ledger_are_stored_in_the_order_in_which_they_were_sent()
    {
        List<LedgerAppend> chain = [];
        for (var seq = 1; seq <= 50; seq++)
        {
            chain.Add(TestRows.Earn("in-order", seq, after: chain.LastOrDefault()?.Row));
        }

        var outcomes = await Task.WhenAll(chain.Select(Journal.AppendAsync));

        Assert.All(outcomes, outcome => Assert.Equal(AppendStatus.Stored, outcome.Status));
        var times = (await Journal.ReadPageAsync("in-order", 0, 100, Cancellation)).Select(row => row.At).ToArray();
        Assert.Equal(times.Order(), times);
    }

    /// <summary>
    /// Rule 1. Goal: a row is never stored on top of somebody else's. Method: a chain is sent at once whose first row has
    /// lost its place; the seq of the second is free, and only the loss of the first keeps it out.
    /// </summary>
    [Fact]
    public async Task A_row_chained_to_one_that_lost_its_place_is_not_stored()
    {
        await Journal.AppendAsync(TestRows.Earn("fork", key: "the other node's"));
        var first = TestRows.Earn("fork", 1, "mine-1");
        var second = TestRows.Earn("fork", 2, "mine-2", after: first.Row);
        var third = TestRows.Earn("fork", 3, "mine-3", after: second.Row);

        var outcomes = await Task.WhenAll(new[] { first, second, third }.Select(Journal.AppendAsync));

        Assert.All(outcomes, outcome => Assert.Equal(AppendStatus.SeqTaken, outcome.Status));
        Assert.Single(await Journal.ReadPageAsync("fork", 0, 10, Cancellation));
    }

    /// <summary>Goal: no gap and no fork, even by a writer who believes in rows that the journal does not have, as after a lost tail.</summary>
    [Fact]
    public async Task A_row_is_stored_only_behind_the_row_it_is_chained_to()
    {
        var first = TestRows.Earn("chained", 1);
        var other = TestRows.Earn("chained", 1, "other");
        var second = TestRows.Earn("chained", 2, after: first.Row);

        Assert.Equal(AppendStatus.SeqTaken, (await Journal.AppendAsync(second)).Status);
        await Journal.AppendAsync(first);
        Assert.Equal(AppendStatus.SeqTaken, (await Journal.AppendAsync(TestRows.Earn("chained", 2, after: other.Row))).Status);
        Assert.Equal(AppendStatus.SeqTaken, (await Journal.AppendAsync(TestRows.Earn("chained", 3, after: second.Row))).Status);
        Assert.Equal(AppendStatus.Stored, (await Journal.AppendAsync(second)).Status);
    }

    [Fact]
    public async Task A_row_that_cannot_be_stored_fails_alone()
    {
        var healthy = Enumerable.Range(0, 30).Select(number => Journal.AppendAsync(TestRows.Earn($"healthy-{number}"))).ToList();
        var poison = Journal.AppendAsync(TestRows.Earn("poison", courseId: "course\0"));
        healthy.AddRange(Enumerable.Range(30, 30).Select(number => Journal.AppendAsync(TestRows.Earn($"healthy-{number}"))));

        await Assert.ThrowsAsync<LedgerRowRefusedException>(() => poison);
        Assert.All(await Task.WhenAll(healthy), outcome => Assert.Equal(AppendStatus.Stored, outcome.Status));
    }

    /// <summary>Rule 3. A kind of entry out of the table's check passes every bound on the way and is refused by the database itself.</summary>
    [Fact]
    public async Task A_row_that_the_database_refuses_fails_alone()
    {
        var poison = TestRows.Earn("refused", courseId: "course-poison");
        poison = poison with { CourseEntries = [poison.CourseEntries[0] with { Kind = (CourseEntryKind)99 }] };

        var healthy = Enumerable.Range(0, 30).Select(number => Journal.AppendAsync(TestRows.Earn($"sound-{number}"))).ToList();
        var refused = Journal.AppendAsync(poison);
        healthy.AddRange(Enumerable.Range(30, 30).Select(number => Journal.AppendAsync(TestRows.Earn($"sound-{number}"))));

        await Assert.ThrowsAsync<LedgerRowRefusedException>(() => refused);
        Assert.All(await Task.WhenAll(healthy), outcome => Assert.Equal(AppendStatus.Stored, outcome.Status));
        Assert.Empty(await Journal.ReadPageAsync("refused", 0, 10, Cancellation));
        Assert.Empty(await fixture.Store.CourseEntries.ReadPageAsync("course-poison", default, 10, Cancellation));
    }

    [Fact]
    public async Task Text_that_no_database_holds_is_refused()
    {
        foreach (var text in (string[])["learner \ud800", "\udc00 learner", "learner\0", "\ud83e\udd7a\ud83e"])
        {
            await Assert.ThrowsAsync<LedgerRowRefusedException>(
                () => Journal.AppendAsync(TestRows.Earn("text").WithRow(row => row with { LedgerId = text })));
        }
    }

    [Theory]
    [InlineData("""{"reason":"\u0000"}""", true)]
    [InlineData("""{"reason":"\\\u0000"}""", true)]
    [InlineData("""{"reason":"\\u0000"}""", false)]
    public async Task A_body_with_an_escaped_null_is_refused(string body, bool isRefused)
    {
        var append = TestRows.Earn("escaped" + body.Length + isRefused)
            .WithRow(row => row with { Body = System.Text.Encoding.UTF8.GetBytes(body), Kind = "other.v1" });

        if (isRefused)
        {
            await Assert.ThrowsAsync<LedgerRowRefusedException>(() => Journal.AppendAsync(append));
        }
        else
        {
            Assert.Equal(AppendStatus.Stored, (await Journal.AppendAsync(append)).Status);
        }
    }

    /// <summary>Four megabytes fit, more than a statement is filled with; a byte more is refused and hurts nobody.</summary>
    [Theory]
    [InlineData(LedgerRow.BodyBytesMax, true)]
    [InlineData(LedgerRow.BodyBytesMax + 1, false)]
    public async Task Size_of_a_body_is_bounded_on_both_sides(int bytes, bool isStored)
    {
        var append = TestRows.Earn($"large-{bytes}").WithRow(row => row with { Body = new byte[bytes], Kind = "other.v1" });
        var beside = Journal.AppendAsync(TestRows.Earn($"beside-{bytes}"));

        if (isStored)
        {
            Assert.Equal(AppendStatus.Stored, (await Journal.AppendAsync(append)).Status);
            Assert.Equal(bytes, (await Journal.ReadPageAsync(append.Row.LedgerId, 0, 1, Cancellation))[0].Body.Length);
        }
        else
        {
            await Assert.ThrowsAsync<LedgerRowRefusedException>(() => Journal.AppendAsync(append));
        }

        Assert.Equal(AppendStatus.Stored, (await beside).Status);
    }

    [Fact]
    public async Task Time_never_goes_back_within_a_ledger()
    {
        var future = new DateTimeOffset(2199, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var outcome = await Journal.AppendAsync(TestRows.Earn("time").WithRow(row => row with { At = future }));

        Assert.Equal(future, outcome.At);
        Assert.Equal(future, Assert.Single(await Journal.ReadPageAsync("time", 0, 1, Cancellation)).At);
    }

    [Fact]
    public async Task Pages_named_rows_and_the_whole_ledger_are_read_in_order()
    {
        const int rowsCount = 1_001; // Two whole pages of the stream and one row.
        LedgerRow? last = null;
        for (var seq = 1; seq <= rowsCount; seq++)
        {
            var append = TestRows.Earn("pages", seq, after: last);
            await Journal.AppendAsync(append);
            last = append.Row;
        }

        Assert.Equal([3, 4], (await Journal.ReadPageAsync("pages", 2, 2, Cancellation)).Select(row => row.Seq));
        Assert.Equal([1, 7, rowsCount], (await Journal.ReadRowsAsync("pages", [rowsCount, 7, 1, 5_000], Cancellation)).Select(row => row.Seq));
        Assert.Empty(await Journal.ReadRowsAsync("pages", [], Cancellation));
        var seqNext = 1L;
        await foreach (var row in Journal.ReadAsync("pages", 0, Cancellation))
        {
            Assert.Equal(seqNext++, row.Seq);
        }

        Assert.Equal(rowsCount + 1, seqNext);
        Assert.Equal(rowsCount, await Journal.ReadHeadAsync("pages", rowsCount));
    }

    [Fact]
    public async Task Report_lines_and_every_field_of_a_course_entry_are_stored_with_the_row()
    {
        var append = TestRows.Earn("claimed", courseId: "course-claimed");
        append = append with
        {
            CourseEntries =
            [
                append.CourseEntries[0] with
                {
                    Kind = CourseEntryKind.Claimed,
                    ClaimBy = null,
                    CertificateId = new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")),
                    VerificationCode = UInt128.MaxValue - 5,
                },
            ],
            ReportLines =
            [
                ReportLine(0, "PARS-1"),
                ReportLine(1, null),
            ],
        };

        Assert.Equal(AppendStatus.Stored, (await Journal.AppendAsync(append)).Status);

        var certificate = await fixture.Store.CourseEntries.FindCertificateAsync(UInt128.MaxValue - 5, Cancellation);
        Assert.Equal(new("claimed", 1, "crt_01890a5dac96774bbcceb302099a8057"), certificate! with { CertificateId = certificate.CertificateId.Replace("-", "", StringComparison.Ordinal) });
        Assert.Null(await fixture.Store.CourseEntries.FindCertificateAsync(UInt128.MaxValue - 6, Cancellation));

        static ReportLine ReportLine(int n, string? parsActivityId) => new()
        {
            N = n,
            Board = "abp",
            CourseId = "course-claimed",
            ParsActivityId = parsActivityId,
            CreditType = "ABP_MOC_2",
            CompletedOn = new(2026, 11, 22),
            Amount = Domain.CreditAmount.FromHundredths(100),
        };
    }
}
