namespace CmeOrleans.WebApi.Courses;

/// <summary>Courses as the OpenAPI document shows them.</summary>
internal static class CourseExamples
{
    public const string Request = $$"""
        {
          {{Fields}}
        }
        """;

    public const string Response = $$"""
        {
          "courseId": "peds-2026",
          "version": 1,
          {{Fields}}
        }
        """;

    public const string List = $$"""
        { "items": [{{Response}}], "nextCursor": "Zm9vYmFy" }
        """;

    private const string Fields = """
        "providerId": "lakeside",
          "title": "Pediatrics Update 2026",
          "format": "live",
          "location": "Madison, WI",
          "startsOn": "2026-03-02",
          "endsOn": "2026-03-06",
          "claimWindowMonths": 36,
          "offerings": [{ "creditType": "AMA_PRA_1", "maximum": 12.5 }],
          "topics": [{ "topicId": "asthma", "title": "Asthma in school-age children", "tags": ["pulmonary"], "credits": { "AMA_PRA_1": 1.5 } }]
        """;
}
