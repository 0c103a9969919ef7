namespace CmeOrleans.WebApi.Claims;

/// <summary>Claims as the OpenAPI document shows them.</summary>
internal static class ClaimExamples
{
    public const string Request = """
        {
          "creditType": "AMA_PRA_1",
          "lines": [{ "creditId": "crd_0199a1b2-0000-7000-8000-000000000002", "amount": 0.5 }],
          "expectedVersion": 1
        }
        """;

    public const string Claim = """
        {
          "claimId": "clm_0199a1b2-0000-7000-8000-000000000003",
          "creditType": "AMA_PRA_1",
          "total": 0.5,
          "claimedAt": "2026-03-09T09:15:00Z",
          "earnedYear": 2026,
          "version": 2,
          "status": "valid",
          "certificates": [
            {
              "certificateId": "crt_0199a1b2-0000-7000-8000-000000000004",
              "courseId": "peds-2026",
              "courseTitle": "Pediatrics Update 2026",
              "amount": 0.5,
              "kind": "participation",
              "code": "3QWER-TYPAS-DFGHJ-KZXCV-BNM012",
              "status": "valid",
              "topics": [{ "topicId": "asthma", "topicTitle": "Asthma in school-age children", "amount": 0.5 }]
            }
          ]
        }
        """;

    public const string Preview = """
        {
          "creditType": "AMA_PRA_1",
          "total": 0.5,
          "displayName": "Min-jun Lee, MD",
          "certificates": [
            {
              "courseId": "peds-2026",
              "courseTitle": "Pediatrics Update 2026",
              "amount": 0.5,
              "kind": "participation",
              "topics": [{ "topicTitle": "Asthma in school-age children", "amount": 0.5 }]
            }
          ],
          "forgone": [{ "creditType": "AAFP_PRESCRIBED", "amount": 0.5 }],
          "version": 1
        }
        """;

    public const string List = $$"""
        { "items": [{{Claim}}], "version": 2 }
        """;

    public const string Void = """
        {
          "claimId": "clm_0199a1b2-0000-7000-8000-000000000003",
          "version": 3,
          "returned": [{ "creditId": "crd_0199a1b2-0000-7000-8000-000000000002", "creditType": "AMA_PRA_1", "amount": 0.5 }]
        }
        """;
}
