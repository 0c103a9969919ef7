using System.Text.Json;
using CmeOrleans.WebApi.Certificates;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Tests.Json;

public sealed class PlainValueConverterTests
{
    [Theory]
    [InlineData("\"5\"", "5")]
    [InlineData("5", "5")]
    [InlineData("4.50", "4.50")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    public void Plain_value_is_the_text_that_it_is_written_as(string json, string value) => Assert.Equal(value, Read(json).Value);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"\\u0000\"")]
    public void Anything_else_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    private static EvaluationAnswerRequest Read(string json) =>
        JsonSerializer.Deserialize($$"""{"questionId":"q","value":{{json}}}""", ApiJson.InfoOf<EvaluationAnswerRequest>())!;
}
