namespace CmeOrleans.Domain.Tests.Properties;

/// <summary>What can happen to a ledger.</summary>
internal enum StepKind
{
    None,
    Earn,
    ClaimLines,
    ClaimAll,
    Reverse,
    Void,

    /// <summary>Time passes: minutes, or years.</summary>
    Wait,

    /// <summary>The sweep comes by.</summary>
    Expire,

    /// <summary>A command that was accepted is sent again.</summary>
    Retry,

    /// <summary>The key of a command that was accepted is sent with other content.</summary>
    ReuseKey,
}
