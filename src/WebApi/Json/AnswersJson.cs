using System.Text.Json.Serialization;
using CmeOrleans.WebApi.ApiKeys;
using CmeOrleans.WebApi.Certificates;
using CmeOrleans.WebApi.Claims;
using CmeOrleans.WebApi.Courses;
using CmeOrleans.WebApi.CreditTypes;
using CmeOrleans.WebApi.Earnings;
using CmeOrleans.WebApi.Health;
using CmeOrleans.WebApi.Institutions;
using CmeOrleans.WebApi.Learners;
using CmeOrleans.WebApi.Licences;
using CmeOrleans.WebApi.Operations;
using CmeOrleans.WebApi.Problems;
using CmeOrleans.WebApi.Providers;
using CmeOrleans.WebApi.Reports;
using CmeOrleans.WebApi.Support;
using CmeOrleans.WebApi.Transcripts;
using CmeOrleans.WebApi.Verifications;

namespace CmeOrleans.WebApi.Json;

/// <summary>Generated code for all bodies of answers.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ApiKeyResponse))]
[JsonSerializable(typeof(ApiKeysResponse))]
[JsonSerializable(typeof(AuditEntriesResponse))]
[JsonSerializable(typeof(BalanceResponse))]
[JsonSerializable(typeof(BatchResponse))]
[JsonSerializable(typeof(CheckpointResponse))]
[JsonSerializable(typeof(CheckpointsResponse))]
[JsonSerializable(typeof(CheckoutResponse))]
[JsonSerializable(typeof(ClaimPreviewResponse))]
[JsonSerializable(typeof(ClaimResponse))]
[JsonSerializable(typeof(ClaimsResponse))]
[JsonSerializable(typeof(CourseBalanceResponse))]
[JsonSerializable(typeof(CourseEvaluationsResponse))]
[JsonSerializable(typeof(CourseLedgerResponse))]
[JsonSerializable(typeof(CourseResponse))]
[JsonSerializable(typeof(CoursesResponse))]
[JsonSerializable(typeof(CreatedApiKeyResponse))]
[JsonSerializable(typeof(CreditTypesResponse))]
[JsonSerializable(typeof(CreditsResponse))]
[JsonSerializable(typeof(EarningResponse))]
[JsonSerializable(typeof(EvaluationResponse))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(InvitationResponse))]
[JsonSerializable(typeof(LearnerResponse))]
[JsonSerializable(typeof(LedgerResponse))]
[JsonSerializable(typeof(LicencesResponse))]
[JsonSerializable(typeof(MembershipResponse))]
[JsonSerializable(typeof(MembershipOfferResponse))]
[JsonSerializable(typeof(MeResponse))]
[JsonSerializable(typeof(OutboxResponse))]
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(ProgressResponse))]
[JsonSerializable(typeof(ProviderResponse))]
[JsonSerializable(typeof(ProvidersResponse))]
[JsonSerializable(typeof(ReportsResponse))]
[JsonSerializable(typeof(RequirementsResponse))]
[JsonSerializable(typeof(ReversalResponse))]
[JsonSerializable(typeof(RosterResponse))]
[JsonSerializable(typeof(SupportReceiptResponse))]
[JsonSerializable(typeof(SupportRequestResponse))]
[JsonSerializable(typeof(SupportRequestsResponse))]
[JsonSerializable(typeof(TranscriptResponse))]
[JsonSerializable(typeof(TrialBalanceResponse))]
[JsonSerializable(typeof(VerificationResponse))]
[JsonSerializable(typeof(VoidResponse))]
internal sealed partial class AnswersJson : JsonSerializerContext;
