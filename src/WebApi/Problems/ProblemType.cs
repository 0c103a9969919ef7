namespace CmeOrleans.WebApi.Problems;

/// <summary>One kind of problem that a request can meet.</summary>
/// <param name="Slug">The stable end of its URI, <c>/problems/{slug}</c>. Never changed or reused.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Title">The same words each time.</param>
/// <param name="Explanation">What it means and what to do about it, for its page.</param>
internal sealed record ProblemType(string Slug, int Status, string Title, string Explanation)
{
    /// <summary>The URI reference that problem documents carry as their type.</summary>
    public string Uri { get; } = $"/problems/{Slug}";
}
