namespace CmeOrleans.Grains.Ports;

/// <summary>A mail that one node may deliver for the time of its lease.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
public sealed record LeasedMail(StoredMail Mail, int Attempt);
