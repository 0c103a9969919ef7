namespace CmeOrleans.WebApi.OpenApi;

/// <summary>A request header of an endpoint, as metadata.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="IsRequired">Whether the operation is refused without it.</param>
/// <param name="Example">One that would be accepted.</param>
internal sealed record HeaderParameter(string Name, string Description, bool IsRequired, string Example);
