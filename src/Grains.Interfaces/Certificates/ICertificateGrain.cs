namespace CmeOrleans.Grains.Interfaces.Certificates;

/// <summary>One certificate: rendered once, stored, served from the store. The grain key is <c>learnerId/certificateId</c>.</summary>
[Alias("cme.certificate")]
public interface ICertificateGrain : IGrainWithStringKey
{
    /// <summary>The document; rendered and stored if it is not yet. None if the learner has no such certificate.</summary>
    [Alias("get-document")]
    Task<DocumentAnswer?> GetDocumentAsync();

    /// <summary>
    /// Makes the copy that the learner gives to a board as evidence: the certificate with the diplomate id of today's profile. Nothing
    /// of it is stored. NotFound without such a certificate or board; refused with <c>profile-incomplete</c> without a diplomate id,
    /// and with <c>certificate-revoked</c> where the certificate no longer stands.
    /// </summary>
    /// <param name="board">Code of the board, such as <c>abp</c>.</param>
    [Alias("make-board-evidence")]
    Task<Answer<DocumentAnswer>> MakeBoardEvidenceAsync(string board);
}
