namespace CmeOrleans.Domain.Reporting;

/// <summary>What a report means to the learner.</summary>
public enum ReportGroup
{
    None = 0,

    /// <summary>The board has it.</summary>
    Accepted = 1,

    /// <summary>It goes on without the learner: it is on its way, or the provider or the operator has something to do.</summary>
    Waiting = 2,

    /// <summary>It does not go on before the learner has done something.</summary>
    NeedsLearner = 3,

    /// <summary>There is nothing to report any more.</summary>
    Ended = 4,
}
