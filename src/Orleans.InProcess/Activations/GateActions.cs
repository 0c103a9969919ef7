namespace Orleans.Runtime;

/// <summary>What must be done after a look into the <see cref="CallGate"/>, outside of its lock. Done by whoever is told.</summary>
[Flags]
internal enum GateActions
{
    None = 0,

    /// <summary>Queue a turn that takes calls.</summary>
    QueueTurn = 1,

    /// <summary>Queue the turn that ends the activation.</summary>
    QueueEnd = 2,

    /// <summary>Have the deadlines of the calls watched.</summary>
    Watch = 4,
}
