namespace CmeOrleans.Domain.Courses;

/// <summary>How an activity is given. Numbers are stored and never reused.</summary>
public enum LearningFormat
{
    None = 0,
    Live = 1,

    /// <summary>Regularly scheduled series: many sessions of one activity.</summary>
    Rss = 2,

    InternetLive = 3,
    Enduring = 4,
    Journal = 5,
    PerformanceImprovement = 6,
    PointOfCare = 7,
    Other = 8,
}
