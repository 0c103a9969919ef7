using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>A topic of a course as it was typed.</summary>
/// <param name="TopicId">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Tags">Its tags, one on each line: a tag may hold a comma, and no line break.</param>
/// <param name="Credits">What it is worth in each offering of the course, in their order; nothing where it is worth nothing.</param>
public sealed record TopicDraft(string TopicId, string Title, string Tags, ImmutableArray<string> Credits)
{
    public static TopicDraft EmptyFor(int offeringsCount) => new("", "", "", [.. Enumerable.Repeat("", offeringsCount)]);
}
