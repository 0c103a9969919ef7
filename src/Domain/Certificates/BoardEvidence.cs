using CmeOrleans.Domain.Reporting;

namespace CmeOrleans.Domain.Certificates;

/// <summary>What the copy of a certificate that its learner gives to a board says beyond the certificate.</summary>
/// <param name="Board">The board that the copy is for; never none.</param>
/// <param name="DiplomateId">The number under which the board knows the learner, 1 to <see cref="DiplomateIdLengthMax"/> characters.</param>
public sealed record BoardEvidence(CertifyingBoard Board, string DiplomateId)
{
    public const int DiplomateIdLengthMax = 20;

    /// <summary>Requires what only a bug could break. Whoever prints the evidence calls it first.</summary>
    /// <exception cref="InvariantViolationException">There is no board, or no number that could be one.</exception>
    public void RequireConsistent()
    {
        Invariant.Require(Board is not CertifyingBoard.None, "A copy is for a board.");
        Invariant.Require(
            !string.IsNullOrWhiteSpace(DiplomateId) && DiplomateId.Length <= DiplomateIdLengthMax, $"A diplomate id has 1 to {DiplomateIdLengthMax} characters.");
    }
}
