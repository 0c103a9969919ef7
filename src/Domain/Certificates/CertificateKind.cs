namespace CmeOrleans.Domain.Certificates;

/// <summary>What a certificate certifies. Numbers are stored and never reused.</summary>
public enum CertificateKind
{
    /// <summary>No certificate: self-reported credit never has one.</summary>
    None = 0,

    /// <summary>The credit was awarded to the learner.</summary>
    Participation = 1,

    /// <summary>The learner took part in an activity designated for credit that cannot be awarded to his or her profession.</summary>
    Attendance = 2,
}
