namespace CmeOrleans.WebApi.Support;

/// <summary>Requests for help as the OpenAPI document shows them.</summary>
internal static class SupportExamples
{
    public const string Request = """
        {
          "name": "Min-jun Lee",
          "email": "min-jun.lee@example.org",
          "topic": "claiming",
          "message": "My credit for the asthma session is missing."
        }
        """;

    public const string Receipt = """
        {
          "number": "S-1042",
          "receivedAt": "2026-03-09T15:20:00Z",
          "answeredOn": "2026-03-10",
          "answeredBy": "2026-03-10T22:00:00Z"
        }
        """;

    public const string View = """
        {
          "number": "S-1042",
          "receivedAt": "2026-03-09T15:20:00Z",
          "answeredOn": "2026-03-10",
          "answeredBy": "2026-03-10T22:00:00Z",
          "name": "Min-jun Lee",
          "email": "min-jun.lee@example.org",
          "topic": "claiming",
          "message": "My credit for the asthma session is missing.",
          "learnerId": "dr-lee"
        }
        """;
}
