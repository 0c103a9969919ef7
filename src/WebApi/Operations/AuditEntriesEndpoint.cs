using System.Globalization;
using CmeOrleans.Grains.Interfaces.Audit;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Operations;

/// <summary>Who did what besides earning and claiming.</summary>
internal static class AuditEntriesEndpoint
{
    private static readonly QueryParameter ActFilter = new("act", "Only entries of this act.") { Values = [.. AuditActs.All.Select(known => known.Act)] };

    public static void MapAuditEntries(this IEndpointRouteBuilder api) => api.MapGet("/audit-entries", ListAsync)
        .WithTags("Operations")
        .Requires(Access.Operate)
        .Describe("ListAuditEntries", "Lists the audit trail, newest first.", "Every administrative act that was acknowledged has an entry: who, what, on what, when, and what came of it. Entries hold ids and no personal data, and are never changed or removed. target joins ids with slashes. result is done, repeated, or the kind of problem that was answered.")
        .TakesQuery(ActFilter, QueryParameter.Limit, QueryParameter.Cursor)
        .MayAnswer(ProblemTypes.InvalidCursor)
        .ShowsAnswer("""
            {
              "items": [
                { "number": 42, "at": "2026-03-09T09:20:00Z", "role": "provider", "subject": "lakeside", "credential": "key_0199a1b2-0000-7000-8000-000000000009", "act": "course-written", "target": "peds-2026", "result": "done" }
              ]
            }
            """);

    private static async Task<Ok<AuditEntriesResponse>> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var request = PageRequest.Read(context);
        long? before = request.After is null ? null : request.AfterNumber();
        var act = context.Request.Query[ActFilter.Name].FirstOrDefault();
        var page = await grains.GetGrain<IAuditTrailGrain>(IAuditTrailGrain.Key).ListAsync(act, before, request.Limit);
        return TypedResults.Ok(new AuditEntriesResponse(
            [.. page.Items.Select(AuditEntryResponse.From)],
            request.Finish(page.NextBeforeNumber?.ToString(CultureInfo.InvariantCulture))));
    }
}

/// <summary>A page of the audit trail.</summary>
internal sealed record AuditEntriesResponse(IReadOnlyList<AuditEntryResponse> Items, string? NextCursor);

/// <summary>One act: who (role, subject, credential), what, on what, when, and what came of it.</summary>
internal sealed record AuditEntryResponse(
    long Number, DateTimeOffset At, string Role, string? Subject, string? Credential, string Act, string Target, string Result)
{
    public static AuditEntryResponse From(AuditEntryView entry) => new(
        entry.Number,
        entry.At,
        entry.Note.Role,
        entry.Note.Subject,
        entry.Note.Credential,
        entry.Note.Act,
        entry.Note.Target,
        entry.Note.Outcome);
}
