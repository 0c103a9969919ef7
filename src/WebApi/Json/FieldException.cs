using System.Text.Json;

namespace CmeOrleans.WebApi.Json;

/// <summary>A value of a body is not of the form of its field. The serializer adds where it stands.</summary>
/// <param name="code">A stable code.</param>
/// <param name="detail">One sentence for a person.</param>
internal sealed class FieldException(string code, string detail) : JsonException(detail)
{
    public string Code { get; } = code;

    public string Detail { get; } = detail;
}
