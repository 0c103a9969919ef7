namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Why there is no page.</summary>
/// <param name="Heading">What happened, in a few words.</param>
/// <param name="Explanation">What it means and what can be done.</param>
/// <param name="TraceId">Names the request in the logs; empty where nobody needs to look.</param>
public sealed record FaultModel(string Heading, string Explanation, string TraceId);
