namespace CmeOrleans.Storage.Audit;

/// <summary>How the audit trail is read, the same in both databases. Two statements, so that each has an index to itself.</summary>
internal static class AuditStatements
{
    /// <summary>Entries before the number $1, newest first, at most $2.</summary>
    public const string List = $"{Select} where number < $1 {NewestFirst}";

    /// <summary>Likewise, of the act $3 only.</summary>
    public const string ListOfAct = $"{Select} where act = $3 and number < $1 {NewestFirst}";

    private const string Select = "select number, at, role, subject, credential, act, target, result from audit_entry";

    private const string NewestFirst = "order by number desc limit $2";
}
