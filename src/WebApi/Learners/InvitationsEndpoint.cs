using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Learners;

/// <summary>Invitations: how a person gets to see a learner's record on the pages.</summary>
internal static class InvitationsEndpoint
{
    private const string Shown = """
        {
          "invitationId": "inv_0199a1b2-0000-7000-8000-000000000011",
          "learnerId": "dr-lee",
          "link": "https://cme.example.org/invitation?token=0199a1b2000070008000000000000011EXAMPLE",
          "expiresAt": "2026-12-06T10:00:00Z"
        }
        """;

    public static void MapInvitations(this IEndpointRouteBuilder api) => api.MapPost("/learners/{learnerId}/invitations", PostAsync)
        .WithTags("Learners")
        .Requires(Access.Invite)
        .Describe(
            "CreateInvitation",
            "Invites a person to a learner's record on the pages.",
            "By operators, and by institutions for learners on their roster. The account that opens the link and accepts is bound to this learner and to no other, for ever. The link works once and is shown in this answer and never again; with an e-mail address it is sent there too.")
        .TakesBody<InvitationRequest>("""{ "email": "min-jun.lee@example.org" }""")
        .ShowsAnswer(Shown)
        .Audited(AuditActs.InvitationIssued, RouteNames.Learner);

    private static async Task<Results<CreatedAnswer<InvitationResponse>, ProblemAnswer>> PostAsync(
        string learnerId,
        HttpContext context,
        IGrainFactory grains,
        AccountLinks links,
        AccountMail mail,
        IOptions<AccountsOptions> options,
        TimeProvider time)
    {
        var email = (await JsonBody.ReadAsync<InvitationRequest>(context)).ToEmail();
        if (await grains.GetGrain<ILearnerGrain>(learnerId).GetProfileAsync() is null)
        {
            return (ProblemAnswer)Problem.NotFound;
        }

        var now = time.GetUtcNow();
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()) + TimeSpan.FromDays(options.Value.InvitationDays);
        var (invitationId, text, secretHash) = InvitationText.Create(now);
        var link = links.WithToken(AccountAddresses.Invitation, text);
        await grains.GetGrain<IInvitationGrain>(invitationId).CreateAsync(new() { LearnerId = learnerId, ExpiresAt = expiresAt }, secretHash);
        await (email is null ? Task.CompletedTask : mail.SendInvitationAsync(invitationId, email, link, expiresAt));
        return CreatedAnswer.Of(null, new InvitationResponse(invitationId, learnerId, link, expiresAt));
    }
}

/// <summary>Whom an invitation goes to; without an address nobody is written to.</summary>
internal sealed record InvitationRequest(string? Email)
{
    /// <exception cref="ProblemException">The address is none.</exception>
    public string? ToEmail()
    {
        var errors = new RequestErrors();
        if (Email is not null && !Registration.IsEmail(Email))
        {
            errors.Add("/email", "bad-format", "An e-mail address is needed here.");
        }

        errors.ThrowIfAny();
        return Email;
    }
}

/// <summary>An invitation with its link, which nobody can show again.</summary>
internal sealed record InvitationResponse(string InvitationId, string LearnerId, string Link, DateTimeOffset ExpiresAt);
