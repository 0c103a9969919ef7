namespace Orleans.Runtime;

/// <summary>What a turn of an activation does next.</summary>
internal enum GateStep
{
    /// <summary>Nothing may run now; the turn is over.</summary>
    Rest,

    /// <summary>Create and activate the grain.</summary>
    Activate,

    /// <summary>Run the call.</summary>
    Run,
}
