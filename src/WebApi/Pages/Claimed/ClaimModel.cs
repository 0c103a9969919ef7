using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Reports;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Claimed;

/// <summary>One claim.</summary>
public sealed record ClaimModel
{
    public required ClaimView Claim { get; init; }

    public required CreditWording Wording { get; init; }

    /// <summary>The row of the ledger that holds it; read only where it is shown.</summary>
    public LedgerRowView? Row { get; init; }

    /// <summary>When the PDF was made; read only where it is shown.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Codes of the boards that know the learner by a diplomate id; read only where it is shown.</summary>
    public ImmutableArray<string> Boards { get; init; } = [];

    /// <summary>What it owes to boards; read only where it is shown.</summary>
    public ImmutableArray<ReportCount> Reports { get; init; } = [];

    /// <summary>What was answered to the questions so far, by question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    public string? Comment { get; init; }

    public FormErrors Errors { get; init; } = FormErrors.None;

    public static bool Stands(CertificateView certificate) => certificate.Status != "revoked";

    public bool Has(string certificateId) => Claim.Certificates.Any(certificate => certificate.CertificateId == certificateId);
}
