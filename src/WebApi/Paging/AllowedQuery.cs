using System.Collections.Immutable;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Paging;

/// <summary>The query parameters of an endpoint, as its metadata.</summary>
internal sealed class AllowedQuery(ImmutableArray<QueryParameter> parameters)
{
    public static AllowedQuery None { get; } = new([]);

    public ImmutableArray<QueryParameter> Parameters { get; } = parameters;

    /// <exception cref="ProblemException">A parameter is unknown, given twice, or has a value that it may not have.</exception>
    public void Check(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            var parameter = Parameters.FirstOrDefault(candidate => candidate.Name == name)
                ?? throw Refused(name, "unknown-parameter", "There is no such query parameter here.");
            if (values.Count != 1)
            {
                throw Refused(name, "duplicate-parameter", "A query parameter is given once.");
            }

            if (!parameter.Values.IsEmpty && !parameter.Values.Contains(values.ToString()))
            {
                throw Refused(name, "unknown-value", $"This query parameter is one of: {string.Join(", ", parameter.Values)}.");
            }
        }
    }

    private static ProblemException Refused(string name, string code, string detail) =>
        new(Problem.InvalidRequest("#" + name, code, detail));
}
