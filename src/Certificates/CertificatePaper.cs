namespace CmeOrleans.Certificates;

/// <summary>The paper on which certificates are set, always in landscape.</summary>
public enum CertificatePaper
{
    /// <summary>11 by 8.5 inches, the paper of the United States.</summary>
    Letter = 0,

    /// <summary>297 by 210 millimetres, the paper of nearly everybody else.</summary>
    A4 = 1,
}
