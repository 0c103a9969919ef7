namespace CmeOrleans.Grains.Interfaces.Audit;

/// <summary>What somebody did: ids alone, no personal data.</summary>
[GenerateSerializer, Immutable, Alias("cme.audit-note")]
public sealed record AuditNote
{
    /// <summary>As what: a role of callers, <c>unknown</c>, or the part of the product that did it by itself.</summary>
    [Id(0)]
    public required string Role { get; init; }

    /// <summary>For which provider, institution or learner, if for one.</summary>
    [Id(1)]
    public string? Subject { get; init; }

    /// <summary>With which key or token, if with one.</summary>
    [Id(2)]
    public string? Credential { get; init; }

    /// <summary>What, such as <c>course-written</c>.</summary>
    [Id(3)]
    public required string Act { get; init; }

    /// <summary>On what: an id, or ids with slashes between them.</summary>
    [Id(4)]
    public required string Target { get; init; }

    /// <summary><c>done</c>, <c>repeated</c>, or the kind of problem that it was answered with.</summary>
    [Id(5)]
    public required string Outcome { get; init; }
}
