using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Whose certificate it is.</summary>
/// <param name="Name">The name to print, sealed under the learner's data key.</param>
/// <param name="Profession">Decides between participation and attendance.</param>
public sealed record CertificateHolder(SealedText Name, Profession Profession);
