using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Settings of the accounts of people, read from the section <see cref="SectionName"/>.</summary>
public sealed class AccountsOptions
{
    public const string SectionName = "Accounts";

    /// <summary>
    /// Whether somebody without an invitation may create a learner of their own. When not set: yes with SQLite, where it is a
    /// trial, and no with PostgreSQL.
    /// </summary>
    public bool? SelfEnrolment { get; set; }

    /// <summary>
    /// Whether an account can be used only after its owner has followed the link in the mail of confirmation. When not set: no
    /// with SQLite, where mail may go nowhere, and yes with PostgreSQL.
    /// </summary>
    public bool? RequireConfirmedEmail { get; set; }

    /// <summary>How long a session lasts without a request, 5–10,080 minutes. The default is 480, a working day.</summary>
    [Range(5, 10_080)]
    public int SessionMinutes { get; set; } = 480;

    /// <summary>How long an invitation can be accepted, 1–90 days. The default is 14.</summary>
    [Range(1, 90)]
    public int InvitationDays { get; set; } = 14;
}

/// <summary>Checks <see cref="AccountsOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class AccountsOptionsValidator : IValidateOptions<AccountsOptions>;
