namespace CmeOrleans.WebApi.Courses;

/// <summary>Settings about what providers see, read from the section <see cref="SectionName"/>.</summary>
public sealed class ProvidersOptions
{
    public const string SectionName = "Providers";

    /// <summary>Whether providers see stand-ins instead of learner ids in the ledgers of their courses. The default is false.</summary>
    public bool OpaqueLearnerIds { get; set; }
}
