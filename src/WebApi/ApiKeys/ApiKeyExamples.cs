namespace CmeOrleans.WebApi.ApiKeys;

/// <summary>Keys as the OpenAPI document shows them.</summary>
internal static class ApiKeyExamples
{
    public const string Request = """{ "role": "provider", "subject": "lakeside", "name": "Lakeside course system" }""";

    public const string Created = """
        {
          "id": "key_0199a1b2-0000-7000-8000-000000000009",
          "key": "cme_0199a1b2000070008000000000000009_EXAMPLE-not-a-key-0000000000000000000000000",
          "role": "provider",
          "subject": "lakeside",
          "name": "Lakeside course system",
          "createdAt": "2026-01-05T08:00:00Z"
        }
        """;

    public const string Key = """
        {
          "id": "key_0199a1b2-0000-7000-8000-000000000009",
          "role": "provider",
          "subject": "lakeside",
          "name": "Lakeside course system",
          "createdAt": "2026-01-05T08:00:00Z"
        }
        """;

    public const string List = $$"""
        { "items": [{{Key}}] }
        """;
}
