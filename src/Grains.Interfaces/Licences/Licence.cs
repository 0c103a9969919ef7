namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>A learner's licence, or another standing for which an authority asks for credit.</summary>
[GenerateSerializer, Immutable, Alias("cme.licence")]
public sealed record Licence
{
    /// <summary>Made by the server: always there in what is read. In what is written it may be absent; a licence under the same requirement then keeps its id.</summary>
    [Id(0)]
    public string? LicenceId { get; init; }

    /// <summary>What is asked for, such as <c>us-tx-mdo</c>.</summary>
    [Id(1)]
    public required string RequirementId { get; init; }

    /// <summary>The number of the licence, at most 40 characters; only for its holder's own use.</summary>
    [Id(2)]
    public string? Number { get; init; }

    /// <summary>The last day of the current cycle.</summary>
    [Id(3)]
    public required DateOnly CycleEndsOn { get; init; }
}
