using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>A course as it was typed: all of it is text, right or wrong, so that nothing is lost while the form goes to and fro.</summary>
public sealed record CourseDraft
{
    /// <summary>What holds where no window is given.</summary>
    public const int ClaimWindowMonthsDefault = 36;

    /// <summary>More than any course needs, and no more than the rules allow.</summary>
    public const int OfferingsMax = 20;

    private const int FieldsBesidesRows = 20;

    public string CourseId { get; init; } = "";

    public string ProviderId { get; init; } = "";

    public string Title { get; init; } = "";

    public string Format { get; init; } = "";

    public string Location { get; init; } = "";

    public string StartsOn { get; init; } = "";

    public string EndsOn { get; init; } = "";

    public string ClaimWindowMonths { get; init; } = "";

    public string PassingScore { get; init; } = "";

    public string RepeatAfterMonths { get; init; } = "";

    public string ParsActivityId { get; init; } = "";

    public ImmutableArray<OfferingDraft> Offerings { get; init; } = [OfferingDraft.Empty];

    public ImmutableArray<TopicDraft> Topics { get; init; } = [TopicDraft.EmptyFor(1)];

    /// <summary>Whether a form can hold it. Larger courses are written over the API.</summary>
    public bool FitsForm => FieldsBesidesRows + (4 * Offerings.Length) + (Topics.Length * (3 + Offerings.Length)) <= FormLimits.FieldsMax;

    public static CourseDraft Of(CourseView course)
    {
        var definition = course.Definition;
        return new()
        {
            CourseId = course.CourseId,
            ProviderId = definition.ProviderId,
            Title = definition.Title,
            Format = definition.Format,
            Location = definition.Location ?? "",
            StartsOn = PageTexts.DateCode(definition.StartsOn),
            EndsOn = PageTexts.DateCode(definition.EndsOn),
            ClaimWindowMonths = Text(definition.ClaimWindowMonths),
            PassingScore = definition.PassingScore?.ToString(CultureInfo.InvariantCulture) ?? "",
            RepeatAfterMonths = Text(definition.RepeatAfterMonths),
            ParsActivityId = definition.ParsActivityId ?? "",
            Offerings = [.. definition.Offerings.Select(offering => new OfferingDraft(
                offering.CreditType,
                PageTexts.Amount(offering.MaximumHundredths),
                offering.ClaimBy is { } date ? PageTexts.DateCode(date) : "",
                offering.ExclusiveGroup ?? ""))],
            Topics = [.. definition.Topics.Select(topic => new TopicDraft(
                topic.TopicId,
                topic.Title,
                string.Join('\n', topic.Tags),
                [.. definition.Offerings.Select(offering => topic.Credits.FirstOrDefault(credit => credit.CreditType == offering.CreditType) is { } credit
                    ? PageTexts.Amount(credit.AmountHundredths)
                    : "")]))],
        };
    }

    public static CourseDraft Read(IFormCollection form)
    {
        var offerings = ImmutableArray.CreateBuilder<OfferingDraft>();
        for (var index = 0; form.ContainsKey(CourseFields.OfOffering(index, CourseFields.CreditType)); index++)
        {
            string Typed(string field) => form.Text(CourseFields.OfOffering(index, field));
            offerings.Add(new(Typed(CourseFields.CreditType), Typed(CourseFields.Maximum), Typed(CourseFields.ClaimBy), Typed(CourseFields.ExclusiveGroup)));
        }

        var topics = ImmutableArray.CreateBuilder<TopicDraft>();
        for (var index = 0; form.ContainsKey(CourseFields.OfTopic(index, CourseFields.TopicId)); index++)
        {
            string Typed(string field) => form.Text(CourseFields.OfTopic(index, field));
            topics.Add(new(
                Typed(CourseFields.TopicId),
                Typed(CourseFields.Title),
                Typed(CourseFields.Tags),
                [.. Enumerable.Range(0, offerings.Count).Select(offering => form.Text(CourseFields.OfCredit(index, offering)))]));
        }

        return new()
        {
            CourseId = form.Text(CourseFields.CourseId),
            ProviderId = form.Text(CourseFields.ProviderId),
            Title = form.Text(CourseFields.Title),
            Format = form.Text(CourseFields.Format),
            Location = form.Text(CourseFields.Location),
            StartsOn = form.Text(CourseFields.StartsOn),
            EndsOn = form.Text(CourseFields.EndsOn),
            ClaimWindowMonths = form.Text(CourseFields.ClaimWindowMonths),
            PassingScore = form.Text(CourseFields.PassingScore),
            RepeatAfterMonths = form.Text(CourseFields.RepeatAfterMonths),
            ParsActivityId = form.Text(CourseFields.ParsActivityId),
            Offerings = offerings.ToImmutable(),
            Topics = topics.ToImmutable(),
        };
    }

    public CourseDraft AddOffering() => this with
    {
        Offerings = Offerings.Add(OfferingDraft.Empty),
        Topics = [.. Topics.Select(topic => topic with { Credits = topic.Credits.Add("") })],
    };

    public CourseDraft AddTopic() => this with { Topics = Topics.Add(TopicDraft.EmptyFor(Offerings.Length)) };

    /// <summary>Without this offering, and without what the topics are worth in it. The same if there is no such offering.</summary>
    public CourseDraft RemoveOffering(int index) => index >= Offerings.Length ? this : this with
    {
        Offerings = Offerings.RemoveAt(index),
        Topics = [.. Topics.Select(topic => topic with { Credits = topic.Credits.RemoveAt(index) })],
    };

    /// <summary>Without this topic. The same if there is no such topic.</summary>
    public CourseDraft RemoveTopic(int index) => index >= Topics.Length ? this : this with { Topics = Topics.RemoveAt(index) };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
