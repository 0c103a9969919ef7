using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger;

/// <summary>A certificate, and the place among the claims of the one that it is of.</summary>
internal readonly record struct IssuedCertificate(CertificateId Id, int ClaimPlace);
