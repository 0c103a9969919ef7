namespace CmeOrleans.WebApi.Pages.Claimed;

/// <summary>Where a claim and its papers are.</summary>
internal static class ClaimedAddress
{
    public static string Of(string claimId) => $"/claimed/{claimId}";

    /// <summary>All certificates of the claim, one PDF.</summary>
    public static string OfDocument(string claimId) => $"/claimed/{claimId}/certificates.pdf";

    /// <summary>The same, to be saved.</summary>
    public static string OfDownload(string claimId) => $"{OfDocument(claimId)}?download=yes";

    /// <summary>One certificate.</summary>
    public static string OfCertificate(string claimId, string certificateId) => $"/claimed/{claimId}/{certificateId}/certificate.pdf";

    /// <summary>The copy of a certificate for a board.</summary>
    public static string OfBoardEvidence(string claimId, string certificateId, string board) => $"/claimed/{claimId}/{certificateId}/board-evidence/{board}";

    public static string OfEvaluation(string claimId) => $"/claimed/{claimId}/evaluation";

    public static string OfSuccess(string claimId) => $"/claimed/{claimId}/success";

    /// <summary>Where anybody can check a certificate.</summary>
    public static string OfVerification(string code) => $"/verify/{code}";
}
