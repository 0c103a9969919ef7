using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Verifications;

/// <summary>Whether a certificate is what it says: for anybody who holds one.</summary>
internal static class VerificationsEndpoints
{
    /// <summary>Verification is the same everywhere, so one grain key does.</summary>
    public const string GrainKey = "public";

    /// <summary>Longer than any code, however it is spaced.</summary>
    public const int CodeLengthMax = 100;

    public static void MapVerifications(this IEndpointRouteBuilder api) => api.MapGet("/verifications/{code}", GetAsync)
        .WithTags("Verifications")
        .AllowAnonymous()
        .RequireRateLimiting(RateLimitPolicies.Verification)
        .Describe("GetVerification", "Shows what stands behind the code of a certificate.", "Open to everybody. Shows what the paper shows and nothing else of the person. An unknown code and a malformed one are answered alike.")
        .ShowsAnswer("""
            {
              "status": "valid",
              "displayName": "Min-jun Lee, MD",
              "courseTitle": "Pediatrics Update 2026",
              "providerName": "Lakeside Institute for Medical Education",
              "creditType": "AMA_PRA_1",
              "amount": 0.5,
              "issuedOn": "2026-03-09",
              "topics": [{ "topicTitle": "Asthma in school-age children", "completedOn": "2026-03-02", "amount": 0.5 }],
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "ledgerSeq": 2,
              "ledgerHash": "3b1f2c0000000000000000000000000000000000000000000000000000000000"
            }
            """);

    private static async Task<Results<Ok<VerificationResponse>, ProblemAnswer>> GetAsync(string code, IGrainFactory grains) =>
        code.Length <= CodeLengthMax && await grains.GetGrain<IVerificationGrain>(GrainKey).VerifyAsync(code) is { } verification
            ? TypedResults.Ok(VerificationResponse.From(verification))
            : (ProblemAnswer)Problem.NotFound;
}

/// <summary>What stands behind a code. Hashes are lower-case hex: of the document, and of the ledger's row.</summary>
internal sealed record VerificationResponse(
    string Status,
    string DisplayName,
    string CourseTitle,
    string ProviderName,
    string CreditType,
    Credits Amount,
    DateOnly IssuedOn,
    IReadOnlyList<VerificationTopicResponse> Topics,
    string Sha256,
    long LedgerSeq,
    string LedgerHash)
{
    public static VerificationResponse From(Verification verification) => new(
        verification.Status,
        verification.DisplayName,
        verification.CourseTitle,
        verification.ProviderName,
        verification.CreditType,
        new(verification.AmountHundredths),
        verification.IssuedOn,
        [.. verification.Topics.Select(topic => new VerificationTopicResponse(topic.TopicTitle, topic.CompletedOn, new(topic.AmountHundredths)))],
        verification.Sha256,
        verification.LedgerSeq,
        verification.LedgerHash);
}

/// <summary>One topic on the certificate.</summary>
internal sealed record VerificationTopicResponse(string TopicTitle, DateOnly CompletedOn, Credits Amount);
