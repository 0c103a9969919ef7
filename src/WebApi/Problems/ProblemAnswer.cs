namespace CmeOrleans.WebApi.Problems;

/// <summary>A problem as the answer of an endpoint.</summary>
internal sealed class ProblemAnswer(Problem problem) : IResult, IStatusCodeHttpResult
{
    public Problem Problem { get; } = problem;

    public int? StatusCode => Problem.Status;

    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, Problem);

    public static implicit operator ProblemAnswer(Problem problem) => new(problem);
}
