namespace CmeOrleans.WebApi.OpenApi;

/// <summary>An example of an endpoint's request body, as metadata.</summary>
/// <param name="Json">A body that the operation would accept.</param>
internal sealed record BodyExample(string Json);

/// <summary>An example of an endpoint's answer, as metadata.</summary>
/// <param name="Json">A body that the operation might answer with.</param>
internal sealed record AnswerExample(string Json);
