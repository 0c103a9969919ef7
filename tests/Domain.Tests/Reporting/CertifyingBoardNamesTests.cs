using CmeOrleans.Domain.Reporting;

namespace CmeOrleans.Domain.Tests.Reporting;

public sealed class CertifyingBoardNamesTests
{
    [Theory]
    [InlineData(CertifyingBoard.Abp, "abp", "American Board of Pediatrics")]
    [InlineData(CertifyingBoard.Abim, "abim", "American Board of Internal Medicine")]
    public void Boards_are_read_by_the_codes_they_are_written_with(CertifyingBoard board, string code, string name)
    {
        Assert.Equal((code, name), (board.ToCode(), board.ToFullName()));
        Assert.True(CertifyingBoardNames.TryParse(code, out var read));
        Assert.Equal(board, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABP")]
    [InlineData("None")]
    [InlineData("acep")]
    public void Others_are_not_known(string? code) => Assert.False(CertifyingBoardNames.TryParse(code, out _));

    [Fact]
    public void Every_board_has_a_code() => Assert.All(
        Enum.GetValues<CertifyingBoard>().Where(board => board is not CertifyingBoard.None),
        board => Assert.True(CertifyingBoardNames.TryParse(board.ToCode(), out _)));
}
