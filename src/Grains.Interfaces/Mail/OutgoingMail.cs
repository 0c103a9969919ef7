namespace CmeOrleans.Grains.Interfaces.Mail;

/// <summary>A mail in plain text to one person. The sender is the installation's.</summary>
[GenerateSerializer, Immutable, Alias("cme.outgoing-mail")]
public sealed record OutgoingMail
{
    /// <summary>
    /// Chosen by whoever posts, the same for each repeat: 1 to 200 visible ASCII characters. It is stored in clear, so it names
    /// what the mail is about by ids, never a person.
    /// </summary>
    [Id(0)]
    public required string Key { get; init; }

    /// <summary>One address, such as <c>ana@example.org</c>, at most 254 characters.</summary>
    [Id(1)]
    public required string ToAddress { get; init; }

    /// <summary>The name beside the address, at most 200 characters.</summary>
    [Id(2)]
    public string? ToName { get; init; }

    /// <summary>One line of 1 to 200 characters.</summary>
    [Id(3)]
    public required string Subject { get; init; }

    /// <summary>Plain text of 1 to 50,000 characters; lines end with a line feed.</summary>
    [Id(4)]
    public required string Body { get; init; }

    /// <summary>Where an answer goes when not to the sender: one address.</summary>
    [Id(5)]
    public string? ReplyToAddress { get; init; }
}
