namespace CmeOrleans.Grains.Interfaces.Certificates;

/// <summary>One certificate: rendered once, stored, served from the store. The grain key is <c>learnerId/certificateId</c>.</summary>
[Alias("cme.certificate")]
public interface ICertificateGrain : IGrainWithStringKey
{
    /// <summary>The document; rendered and stored if it is not yet. None if the learner has no such certificate.</summary>
    [Alias("get-document")]
    Task<DocumentAnswer?> GetDocumentAsync();
}
