using System.Collections.Immutable;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>The form of a course.</summary>
public sealed record CourseEditorModel
{
    public required CourseDraft Draft { get; init; }

    /// <summary>Whether the course is stored already; its id is then fixed.</summary>
    public required bool IsStored { get; init; }

    /// <summary>Whether an operator edits, who says whose course it is.</summary>
    public required bool AsksForProvider { get; init; }

    /// <summary>Credit types that courses can offer, by code, and what people call them.</summary>
    public required IReadOnlyList<(string Value, string Text)> CreditTypes { get; init; }

    /// <summary>The version that is edited, and its ETag; none for a new course.</summary>
    public int? Version { get; init; }

    public string? ETag { get; init; }

    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether somebody else changed the course meanwhile; nothing was stored then.</summary>
    public bool IsStale { get; init; }

    /// <summary>What somebody else changed, in sentences.</summary>
    public ImmutableArray<string> Changes { get; init; } = [];

    /// <summary>The field in which to go on typing, after a row was added.</summary>
    public string? FocusId { get; init; }

    public string Action => IsStored ? CourseAddress.OfEditor(Draft.CourseId) : Shell.StaffAddresses.NewCourse;

    public string Heading => IsStored ? "Edit course" : "New course";
}
