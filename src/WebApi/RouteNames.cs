namespace CmeOrleans.WebApi;

/// <summary>What the ids in addresses are called.</summary>
internal static class RouteNames
{
    public const string Learner = "learnerId";
    public const string Course = "courseId";
    public const string Provider = "providerId";
    public const string Institution = "institutionId";
    public const string Earning = "earningId";
    public const string Claim = "claimId";
    public const string Certificate = "certificateId";
    public const string Board = "board";
    public const string ApiKey = "keyId";
    public const string SupportRequest = "requestNumber";
}
