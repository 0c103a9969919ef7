namespace CmeOrleans.Grains.Ports;

/// <summary>What somebody did: ids alone, no personal data.</summary>
/// <param name="Role">As what: a role of callers, or the part of the product that did it by itself.</param>
/// <param name="Subject">For which provider, institution or learner, if for one.</param>
/// <param name="Credential">With which key or token, if with one.</param>
/// <param name="Act">What.</param>
/// <param name="Target">On what.</param>
/// <param name="Outcome">What came of it: <c>done</c>, or why not.</param>
public sealed record AuditEntry(string Role, string? Subject, string? Credential, string Act, string Target, string Outcome);
