namespace CmeOrleans.WebApi.Problems;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Pointer">Where: a JSON pointer into the body, or the name of a header or query parameter with a leading <c>#</c>.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Detail">One sentence for a person.</param>
internal sealed record FieldError(string Pointer, string Code, string Detail);
