using CmeOrleans.Grains.Interfaces;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi;

/// <summary>The answers about resources that are replaced as a whole and carry an ETag.</summary>
internal static class VersionedAnswers
{
    /// <summary>200 with the resource, 304 if the client has it, 404 if there is none.</summary>
    public static Results<Ok<TResponse>, NotModified, ProblemAnswer> Read<TStored, TResponse>(
        HttpContext context, Versioned<TStored>? stored, Func<TStored, TResponse> toResponse)
    {
        if (stored is null)
        {
            return (ProblemAnswer)Problem.NotFound;
        }

        ETags.Set(context, stored.ETag);
        return ETags.ClientHas(context, stored.ETag) ? NotModified.Instance : TypedResults.Ok(toResponse(stored.Value));
    }

    /// <summary>201 if the write made the resource, 200 if it replaced it, else why it did neither.</summary>
    public static Results<Ok<TResponse>, CreatedAnswer<TResponse>, ProblemAnswer> Written<TStored, TResponse>(
        HttpContext context, Answer<Versioned<TStored>> answer, Func<TStored, TResponse> toResponse)
    {
        if (answer is not { Outcome: Outcome.Done or Outcome.Repeated, Value: { } stored })
        {
            return (ProblemAnswer)ETags.ProblemOf(answer);
        }

        ETags.Set(context, stored.ETag);
        var response = toResponse(stored.Value);
        return stored.IsNew ? CreatedAnswer.Of(context.Request.Path.ToUriComponent(), response) : TypedResults.Ok(response);
    }
}
