using System.Text.Json.Serialization;
using CmeOrleans.WebApi.ApiKeys;
using CmeOrleans.WebApi.Certificates;
using CmeOrleans.WebApi.Claims;
using CmeOrleans.WebApi.Courses;
using CmeOrleans.WebApi.Earnings;
using CmeOrleans.WebApi.Learners;
using CmeOrleans.WebApi.Licences;
using CmeOrleans.WebApi.Providers;
using CmeOrleans.WebApi.Support;

namespace CmeOrleans.WebApi.Json;

/// <summary>Generated code for all bodies of requests.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ApiKeyRequest))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(BatchItemRequest))]
[JsonSerializable(typeof(ClaimRequest))]
[JsonSerializable(typeof(CourseRequest))]
[JsonSerializable(typeof(EarningRequest))]
[JsonSerializable(typeof(EvaluationRequest))]
[JsonSerializable(typeof(InvitationRequest))]
[JsonSerializable(typeof(LearnerRequest))]
[JsonSerializable(typeof(LicencesRequest))]
[JsonSerializable(typeof(MembershipRequest))]
[JsonSerializable(typeof(ProviderRequest))]
[JsonSerializable(typeof(ReasonRequest))]
[JsonSerializable(typeof(SupportRequestBody))]
internal sealed partial class RequestsJson : JsonSerializerContext;
