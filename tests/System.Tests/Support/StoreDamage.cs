namespace CmeOrleans.System.Tests.Support;

/// <summary>What may be done to a <see cref="SoundStore"/>, in SQL. Each leaves everything else as sound as before.</summary>
internal static class StoreDamage
{
    public const string TailCut =
        "delete from course_entry where ledger_id = 'learner-1' and seq = 3; delete from journal where ledger_id = 'learner-1' and seq = 3";

    public const string LedgerRemoved =
        "delete from course_entry where ledger_id = 'learner-2'; delete from entity where key = 'learner-2'; "
        + "delete from journal where ledger_id = 'learner-2'";

    /// <summary>The last row is another one, with the hash that belongs to it.</summary>
    public const string TailRewritten =
        "update journal set body = cast(replace(cast(body as text), 'Topic 2', 'Topic 3') as blob) where ledger_id = 'learner-3' and seq = 2; "
        + "update journal set hash = row_hash(ledger_id, seq, kind, prev_hash, body) where ledger_id = 'learner-3' and seq = 2";

    public const string StatementChanged =
        "update checkpoint set statement = cast(replace(cast(statement as text), '\"rows\":7', '\"rows\":6') as blob) where number = 2";

    public const string SignatureChanged =
        "update checkpoint set signature = (select signature from checkpoint where number = 2) where number = 1";

    public const string CheckpointRemoved = "delete from checkpoint_leaf where number = 1; delete from checkpoint where number = 1";

    /// <summary>A leaf that a newer one has replaced, so that it does not name the newest row.</summary>
    public const string OldLeafChanged = "update checkpoint_leaf set seq = 1 where number = 1 and ledger_id = 'learner-1'";

    public const string LeafRemoved = "delete from checkpoint_leaf where number = 1 and ledger_id = 'learner-3'";

    public const string CourseEntryChanged = "update course_entry set hundredths = hundredths + 25 where ledger_id = 'learner-1' and seq = 1";

    public const string CourseEntryRemoved = "delete from course_entry where ledger_id = 'learner-1' and seq = 3";
}
