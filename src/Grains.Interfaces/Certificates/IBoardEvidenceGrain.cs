namespace CmeOrleans.Grains.Interfaces.Certificates;

/// <summary>Makes copies of one certificate that the learner gives to boards. Stateless; the grain key is <c>learnerId/certificateId</c>.</summary>
[Alias("cme.board-evidence-grain")]
public interface IBoardEvidenceGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes the certificate anew with the diplomate id of today's profile; nothing of it is stored. NotFound without such a
    /// certificate or board; refused with <c>profile-incomplete</c> without a diplomate id, and with <c>certificate-revoked</c>
    /// where the certificate no longer stands.
    /// </summary>
    /// <param name="board">Code of the board, such as <c>abp</c>.</param>
    /// <exception cref="LimitExceededException">The node has as many papers to make that are not kept as it may, or the learner has.</exception>
    [Alias("make")]
    Task<Answer<DocumentAnswer>> MakeAsync(string board);
}
