namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">As health reports name it.</param>
/// <param name="Problem">What is wrong with it; none when nothing is.</param>
/// <param name="PreventsService">Whether the node cannot serve because of it.</param>
public sealed record HealthLine(string Name, string? Problem, bool PreventsService)
{
    /// <summary>What it is called, and what is in order while nothing is wrong.</summary>
    public (string Title, string Good) Words => Name switch
    {
        "database" => ("Database", "It answers."),
        "migrations" => ("Migrations", "All are applied."),
        "clock" => ("Clock", "This node and the database agree on the time."),
        "backlog" => ("Backlog", "What is written is stored without waiting."),
        "store" => ("Store", "It is the one that this node belongs to, and not behind its checkpoints."),
        "draining" => ("Node", "It takes requests and is not about to stop."),
        "mail" => ("Mail", "It leaves in time."),
        "signing" => ("Signatures", "Papers are signed, where this installation signs them."),
        _ => (Name, "In order."),
    };
}
