using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Reports;

/// <summary>A learner's reports added up.</summary>
[GenerateSerializer, Immutable, Alias("cme.report-summary")]
public sealed record ReportSummary
{
    /// <summary>The boards that something is owed to, or was, in ordinal order.</summary>
    [Id(0)]
    public ImmutableArray<BoardReports> Boards { get; init; } = [];

    /// <summary>Whether the profile says that its learner is to be reported to the American Board of Pediatrics: by a diplomate id or a consent.</summary>
    [Id(1)]
    public required bool IsForAbp { get; init; }

    /// <summary>Whether the profile holds everything that those reports need of it.</summary>
    [Id(2)]
    public required bool IsAbpProfileComplete { get; init; }
}

/// <summary>A learner's reports to one board.</summary>
[GenerateSerializer, Immutable, Alias("cme.board-reports")]
public sealed record BoardReports
{
    /// <summary>Such as <c>abp</c>.</summary>
    [Id(0)]
    public required string Board { get; init; }

    [Id(1)]
    public required int AcceptedCount { get; init; }

    /// <summary>On their way, or held for the provider.</summary>
    [Id(2)]
    public required int WaitingCount { get; init; }

    /// <summary>Of those that wait: held because the board does not know the course yet.</summary>
    [Id(3)]
    public required int HeldForProviderCount { get; init; }

    /// <summary>Those that do not go on before the learner has done something.</summary>
    [Id(4)]
    public required int NeedsLearnerCount { get; init; }

    /// <summary>Withdrawn or taken back: there is nothing to report any more.</summary>
    [Id(5)]
    public required int EndedCount { get; init; }
}
