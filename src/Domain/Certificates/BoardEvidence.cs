using CmeOrleans.Domain.Reporting;

namespace CmeOrleans.Domain.Certificates;

/// <summary>What the copy of a certificate that its learner gives to a board says beyond the certificate.</summary>
/// <param name="Board">The board that the copy is for.</param>
/// <param name="DiplomateId">The number under which the board knows the learner, 1 to 20 letters, digits or dashes.</param>
public sealed record BoardEvidence(CertifyingBoard Board, string DiplomateId);
