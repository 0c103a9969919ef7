namespace CmeOrleans.Grains.Interfaces.Certificates;

/// <summary>The document of one claim, its certificates one after another, and the feedback on it. The grain key is <c>learnerId/claimId</c>.</summary>
[Alias("cme.claim-document")]
public interface IClaimDocumentGrain : IGrainWithStringKey
{
    /// <summary>The document; its <see cref="DocumentAnswer.Pdf"/> is absent while rendering is under way. None if there is no such claim.</summary>
    [Alias("get-document")]
    Task<DocumentAnswer?> GetDocumentAsync();

    /// <summary>When the document was made, which happens when it is first asked for; none if it is still to be. Makes nothing.</summary>
    [Alias("find-made-at")]
    Task<DateTimeOffset?> FindMadeAtAsync();

    /// <summary>Stores the optional feedback, once, and counts it in each course of the claim. Safe to repeat after a doubtful end. A second one is refused with <c>evaluation-already-given</c>.</summary>
    [Alias("put-evaluation")]
    Task<Answer<Evaluation>> PutEvaluationAsync(Evaluation evaluation);

    /// <summary>The feedback as it is stored, or none.</summary>
    [Alias("get-evaluation")]
    Task<Evaluation?> GetEvaluationAsync();
}
