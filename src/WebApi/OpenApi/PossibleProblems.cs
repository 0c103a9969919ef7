using System.Collections.Immutable;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.OpenApi;

/// <summary>Problems that an endpoint may answer with, as metadata. Those of the group and of the endpoint add up.</summary>
internal sealed class PossibleProblems(ImmutableArray<ProblemType> types)
{
    public ImmutableArray<ProblemType> Types { get; } = types;
}
