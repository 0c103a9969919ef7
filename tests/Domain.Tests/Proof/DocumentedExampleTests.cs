using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Proof;

namespace CmeOrleans.Domain.Tests.Proof;

/// <summary>The worked example of docs/ledger.md. Auditors compute these numbers by hand; they never change.</summary>
public sealed class DocumentedExampleTests
{
    private const string Kind = "expired.v1";
    private const string FirstHash = "36091e47aa8028687197333b268eb1822b19f0a782775cd502d3606ab6debf7d";
    private const string SecondHash = "4f3658f00610fb1dcde3c8b900577f80c0430d6e3202df72fafb1cedab8b2d4c";
    private const string OtherHash = "2480a874f10a549d120cb65ff910880c9e830060adffb62c12679d9d5ef59fcb";
    private const string Root = "73ed04d3fe658422cb8be45d5504b31ecbe5d14062576c0ecf6d99e2c4b1e888";

    private const string Statement =
        "{\"format\":1,\"number\":1,\"at\":\"2026-11-22T10:00:00.0000000Z\",\"root\":\"" + Root + "\",\"leaves\":2,\"rows\":3,"
        + "\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\"}";

    [Fact]
    public void Rows_have_the_documented_hashes()
    {
        var body = "{\"expired\":[]}"u8;
        var first = LedgerHash.Compute("dr-lee", 1, Kind, LedgerHash.Genesis.Span, body);
        var second = LedgerHash.Compute("dr-lee", 2, Kind, first, body);
        var other = LedgerHash.Compute("dr-kim", 1, Kind, LedgerHash.Genesis.Span, body);

        Assert.Equal([FirstHash, SecondHash, OtherHash], new[] { first, second, other }.Select(Convert.ToHexStringLower));
    }

    [Fact]
    public void Leaves_have_the_documented_root()
    {
        byte[][] leaves =
        [
            MerkleTree.HashLeaf(CheckpointStatement.Leaf("dr-kim", 1, Convert.FromHexString(OtherHash))),
            MerkleTree.HashLeaf(CheckpointStatement.Leaf("dr-lee", 2, Convert.FromHexString(SecondHash))),
        ];

        Assert.Equal(Root, Convert.ToHexStringLower(MerkleTree.Root(leaves)));
    }

    [Fact]
    public void Statement_is_the_documented_text()
    {
        var statement = new CheckpointStatement
        {
            Number = 1,
            At = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
            Root = Root,
            Leaves = 2,
            Rows = 3,
            Previous = new('0', 64),
        };

        Assert.Equal(Statement, System.Text.Encoding.UTF8.GetString(statement.ToBytes()));
        Assert.Equal(statement, CheckpointStatement.Parse(statement.ToBytes()));
    }
}
