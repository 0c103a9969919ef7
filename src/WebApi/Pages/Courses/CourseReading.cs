using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Pages.Claiming;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>Reads what was typed as a course. What is no number or date is found here; whether the course is right is for the rules to say.</summary>
internal sealed class CourseReading(CourseDraft draft)
{
    private const int NumberLengthMax = 9;

    private readonly List<FormError> _errors = [];

    /// <summary>The course, or none with what is wrong with the form.</summary>
    public static (CourseDefinition? Definition, FormErrors Errors) Read(CourseDraft draft)
    {
        var reading = new CourseReading(draft);
        var definition = reading.ToDefinition();
        return reading._errors.Count == 0 ? (definition, FormErrors.None) : (null, FormErrors.Of(reading._errors));
    }

    private CourseDefinition ToDefinition()
    {
        Require(Ids.IsValid(draft.CourseId), CourseFields.CourseId, $"Enter an id: letters, digits and . _ ~ -, at most {Ids.LengthMax} of them.");
        Require(Ids.IsValid(draft.ProviderId), CourseFields.ProviderId, "Enter the id of a provider.");
        Require(draft.Format.Length > 0, CourseFields.Format, "Choose a format.");
        return new()
        {
            ProviderId = draft.ProviderId,
            Title = draft.Title,
            Format = draft.Format,
            Location = Optional(draft.Location),
            StartsOn = Date(draft.StartsOn, CourseFields.StartsOn) ?? Missing(CourseFields.StartsOn, "Enter the first day of the course."),
            EndsOn = Date(draft.EndsOn, CourseFields.EndsOn) ?? Missing(CourseFields.EndsOn, "Enter the last day of the course."),
            ClaimWindowMonths = Number(draft.ClaimWindowMonths, CourseFields.ClaimWindowMonths),
            PassingScore = Score(draft.PassingScore),
            RepeatAfterMonths = Number(draft.RepeatAfterMonths, CourseFields.RepeatAfterMonths),
            ParsActivityId = Optional(draft.ParsActivityId),
            Offerings = [.. draft.Offerings.Select(Offering)],
            Topics = [.. draft.Topics.Select(Topic)],
        };
    }

    private CourseOffering Offering(OfferingDraft offering, int index)
    {
        Require(offering.CreditType.Length > 0, CourseFields.OfOffering(index, CourseFields.CreditType), $"{CourseFields.NameOfOffering(index)}: choose a type.");
        return new()
        {
            CreditType = offering.CreditType,
            MaximumHundredths = Amount(offering.Maximum, CourseFields.OfOffering(index, CourseFields.Maximum), CourseFields.NameOfOffering(index)),
            ClaimBy = Date(offering.ClaimBy, CourseFields.OfOffering(index, CourseFields.ClaimBy)),
            ExclusiveGroup = Optional(offering.ExclusiveGroup),
        };
    }

    private CourseTopic Topic(TopicDraft topic, int index) => new()
    {
        TopicId = topic.TopicId,
        Title = topic.Title,
        Tags = [.. topic.Tags.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        Credits = Credits(topic, index),
    };

    // In the order in which the API stores them, so that the same course makes no new version.
    private ImmutableArray<TopicCredit> Credits(TopicDraft topic, int index) =>
    [
        .. topic.Credits
            .Select((typed, offering) => (Typed: typed, Offering: offering))
            .Where(credit => credit.Typed.Length > 0)
            .Select(credit => new TopicCredit
            {
                CreditType = draft.Offerings[credit.Offering].CreditType,
                AmountHundredths = Amount(credit.Typed, CourseFields.OfCredit(index, credit.Offering), CourseFields.NameOfTopic(index)),
            })
            .OrderBy(credit => credit.CreditType, StringComparer.Ordinal),
    ];

    private long Amount(string typed, string fieldId, string name)
    {
        Require(CreditAmountText.TryParse(typed, out var hundredths), fieldId, $"{name}: enter an amount such as 1.50.");
        return hundredths;
    }

    private DateOnly? Date(string typed, string fieldId)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        Require(
            DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && CalendarYears.Have(date),
            fieldId,
            $"Enter a date as year-month-day, such as 2026-03-09, in the years {CalendarYears.Min} to {CalendarYears.Max}.");
        return date;
    }

    private DateOnly Missing(string fieldId, string message)
    {
        Require(false, fieldId, message);
        return default;
    }

    private int? Number(string typed, string fieldId)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        var number = 0;
        Require(
            typed.Length <= NumberLengthMax && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out number),
            fieldId,
            $"{CourseFields.LabelOf(fieldId)}: enter a whole number of months.");
        return number;
    }

    private decimal? Score(string typed)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        var score = 0m;
        Require(
            typed.Length <= NumberLengthMax && decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out score),
            CourseFields.PassingScore,
            "Passing score: enter a number such as 80.");
        return score;
    }

    private void Require(bool condition, string fieldId, string message)
    {
        if (!condition)
        {
            _errors.Add(new(fieldId, message));
        }
    }

    private static string? Optional(string typed) => typed.Length == 0 ? null : typed;
}
