namespace CmeOrleans.WebApi.Problems;

/// <summary>Ends the reading of a request that cannot be understood. <see cref="ProblemMiddleware"/> answers with its problem.</summary>
/// <remarks>For what is wrong with a request's form only; what a rule refuses is an answer, not an exception.</remarks>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
