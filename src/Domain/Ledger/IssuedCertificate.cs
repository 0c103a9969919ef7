using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger;

/// <summary>A certificate and the claim that it is of.</summary>
internal readonly record struct IssuedCertificate(CertificateId Id, Claim Claim);
