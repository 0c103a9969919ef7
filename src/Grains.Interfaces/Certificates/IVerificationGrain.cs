namespace CmeOrleans.Grains.Interfaces.Certificates;

/// <summary>Answers who shows a verification code. Stateless; the grain key is any text.</summary>
[Alias("cme.verification-grain")]
public interface IVerificationGrain : IGrainWithStringKey
{
    /// <summary>What stands behind the code; none if it is unknown or not a code, which cannot be told apart.</summary>
    [Alias("verify")]
    Task<Verification?> VerifyAsync(string code);
}
