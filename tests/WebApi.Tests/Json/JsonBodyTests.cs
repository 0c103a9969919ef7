using System.Buffers;
using System.Text;
using CmeOrleans.WebApi.Claims;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Tests.Json;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("""{"creditType":"A","zz":1}""", "/zz", "unknown-field")]
    [InlineData("""{"creditType":"A","lines":[{"creditId":"x","amount":1,"seq":1}]}""", "/lines/0/seq", "unknown-field")]
    [InlineData("""{"CreditType":"A"}""", "/CreditType", "unknown-field")]
    [InlineData("""{"creditType":"A","creditType":"A"}""", "", "duplicate-field")]
    [InlineData("""{"creditType":1}""", "/creditType", "wrong-type")]
    [InlineData("""{"creditType":"A","all":"true"}""", "/all", "wrong-type")]
    [InlineData("""{"creditType":"A","expectedVersion":"1"}""", "/expectedVersion", "wrong-type")]
    [InlineData("""{"creditType":"A","lines":{}}""", "/lines", "wrong-type")]
    [InlineData("""{"creditType":"A","lines":[{"creditId":"x","amount":0.001}]}""", "/lines/0/amount", "not-hundredths")]
    [InlineData("""{"creditType":"A","lines":[{"creditId":"x","amount":NaN}]}""", "", "malformed-json")]
    [InlineData("""{"creditType":"\u0000"}""", "/creditType", "not-text")]
    [InlineData("""{"creditType":"\ud800"}""", "/creditType", "not-text")]
    [InlineData("""{"creditType":"A",}""", "", "malformed-json")]
    [InlineData("""{"creditType":"A"} x""", "", "malformed-json")]
    [InlineData("""{"creditType":"A" /* why */}""", "", "malformed-json")]
    [InlineData("null", "", "wrong-type")]
    [InlineData("", "", "malformed-json")]
    [InlineData("[]", "", "wrong-type")]
    public void Bad_body_is_refused_where_it_is_bad(string body, string pointer, string code)
    {
        var error = Assert.Single(Refuse(body).Errors);

        Assert.Equal((pointer, code), (error.Pointer, error.Code));
        Assert.DoesNotContain("System.", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_body_is_refused() => Assert.Equal("malformed-json", Refuse(new string('[', 1_000)).Errors[0].Code);

    [Fact]
    public void Invalid_utf8_is_refused()
    {
        byte[] body = [.. "{\"creditType\":\""u8, 0xFF, .. "\"}"u8];

        var exception = Assert.Throws<ProblemException>(() => JsonBody.Parse<ClaimRequest>(new(body)));

        Assert.Equal("not-text", exception.Problem.Errors[0].Code);
    }

    [Fact]
    public void All_missing_fields_are_named_at_once()
    {
        var request = JsonBody.Parse<ClaimRequest>(Bytes("""{"lines":[{},null]}"""));

        var exception = Assert.Throws<ProblemException>(() => request.ToCommand("key", "operator"));

        Assert.Equal(["/creditType", "/lines/0/creditId", "/lines/0/amount", "/lines/1"], exception.Problem.Errors.Select(error => error.Pointer));
    }

    private static Problem Refuse(string body)
    {
        var problem = Assert.Throws<ProblemException>(() => JsonBody.Parse<ClaimRequest>(Bytes(body))).Problem;
        Assert.Equal("invalid-request", problem.Type.Slug);
        return problem;
    }

    private static ReadOnlySequence<byte> Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
