namespace CmeOrleans.WebApi.Learners;

/// <summary>A learner's ledger as the OpenAPI document shows it.</summary>
internal static class LearnerExamples
{
    public const string Credits = """
        {
          "items": [
            {
              "creditId": "crd_0199a1b2-0000-7000-8000-000000000002",
              "earningId": "ern_0199a1b2-0000-7000-8000-000000000001",
              "creditType": "AMA_PRA_1",
              "courseId": "peds-2026",
              "courseTitle": "Pediatrics Update 2026",
              "topicId": "asthma",
              "topicTitle": "Asthma in school-age children",
              "amount": 1.5,
              "available": 1,
              "claimed": 0.5,
              "earnedAt": "2026-03-02T16:30:00Z",
              "claimBy": "2029-03-02",
              "status": "available"
            }
          ],
          "version": 2
        }
        """;

    public const string Balance = """
        {
          "version": 2,
          "balances": [{ "creditType": "AMA_PRA_1", "earned": 1.5, "available": 1, "claimed": 0.5, "expired": 0, "reversed": 0 }]
        }
        """;

    public const string Ledger = """
        {
          "items": [
            {
              "seq": 1,
              "kind": "earned.1",
              "at": "2026-03-02T17:00:00Z",
              "commandKey": "b7f1c0de-0001",
              "body": "{\"earningId\":\"ern_0199a1b2-0000-7000-8000-000000000001\"}",
              "hash": "3b1f2c0000000000000000000000000000000000000000000000000000000000",
              "prevHash": "0000000000000000000000000000000000000000000000000000000000000000"
            }
          ],
          "version": 2,
          "nextCursor": "Zm9vYmFy"
        }
        """;
}
