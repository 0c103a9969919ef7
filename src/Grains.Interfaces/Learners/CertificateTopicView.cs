namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>One topic on a certificate.</summary>
[GenerateSerializer, Immutable, Alias("cme.certificate-topic-view")]
public sealed record CertificateTopicView
{
    [Id(0)]
    public required string CreditId { get; init; }

    [Id(1)]
    public required string TopicId { get; init; }

    [Id(2)]
    public required string TopicTitle { get; init; }

    [Id(3)]
    public required DateOnly CompletedOn { get; init; }

    [Id(4)]
    public required long AmountHundredths { get; init; }
}
