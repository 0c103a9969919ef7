namespace CmeOrleans.Certificates.Layout;

/// <summary>What found room on the face of a certificate.</summary>
internal readonly record struct FaceOutcome(bool HasTable, bool HasStatements);
