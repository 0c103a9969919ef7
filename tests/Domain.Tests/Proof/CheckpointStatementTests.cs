using System.Text;
using System.Text.Json;
using CmeOrleans.Domain.Proof;

namespace CmeOrleans.Domain.Tests.Proof;

/// <summary>The bytes that are signed. They are kept for ever by whoever downloads them, so they never change.</summary>
public sealed class CheckpointStatementTests
{
    private static readonly CheckpointStatement Statement = new()
    {
        Number = 7,
        At = new(2026, 3, 1, 13, 0, 0, TimeSpan.FromHours(1)),
        Root = new string('a', 64),
        Leaves = 3,
        Rows = 1_234,
        Previous = new string('0', 64),
    };

    [Fact]
    public void Bytes_are_these()
    {
        var expected = $$"""{"format":1,"number":7,"at":"2026-03-01T12:00:00.0000000Z","root":"{{new string('a', 64)}}","leaves":3,"rows":1234,"previous":"{{new string('0', 64)}}"}""";

        Assert.Equal(expected, Encoding.UTF8.GetString(Statement.ToBytes()));
        Assert.Equal(Statement, CheckpointStatement.Parse(Statement.ToBytes()));
    }

    [Fact]
    public void Leaf_is_length_and_id_then_seq_then_hash() =>
        Assert.Equal(
            "0000000a" + "6c6561726e65722d3737" + "0000000000000102" + "abcd",
            Convert.ToHexStringLower(CheckpointStatement.Leaf("learner-77", 258, [0xAB, 0xCD])));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":2,"number":7,"at":"2026-03-01T12:00:00Z","root":"a","leaves":3,"rows":1,"previous":"0"}""")]
    [InlineData("""{"format":"1","number":7,"at":"2026-03-01T12:00:00Z","root":"a","leaves":3,"rows":1,"previous":"0"}""")]
    [InlineData("""{"format":1,"number":7.5,"at":"2026-03-01T12:00:00Z","root":"a","leaves":3,"rows":1,"previous":"0"}""")]
    [InlineData("""{"format":1,"number":7,"at":"yesterday","root":"a","leaves":3,"rows":1,"previous":"0"}""")]
    [InlineData("""{"format":1,"number":7,"at":"2026-03-01T12:00:00Z","root":null,"leaves":3,"rows":1,"previous":"0"}""")]
    [InlineData("""{"format":1,"number":7,"at":"2026-03-01T12:00:00Z","root":"a","leaves":3,"rows":1}""")]
    [InlineData("""{"format":1,"number":7,"at":"2026-03-01T12:00:00Z","root":"a","leaves":3,"rows":1,"previous":"0"} trailing""")]
    public void Anything_else_is_no_statement(string json) =>
        Assert.ThrowsAny<JsonException>(() => CheckpointStatement.Parse(Encoding.UTF8.GetBytes(json)));
}
