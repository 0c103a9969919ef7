using CmeOrleans.Domain.Reporting;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Tests.Pages;

/// <summary>The pages know the boards that the rules know, by the same names.</summary>
public sealed class BoardNamesTests
{
    [Fact]
    public void Pages_know_every_board()
    {
        var boards = Enum.GetValues<CertifyingBoard>().Where(board => board is not CertifyingBoard.None).ToArray();

        Assert.Equal(boards.Select(board => board.ToCode()), BoardNames.Codes);
        Assert.Equal(boards.Select(board => board.ToFullName()), BoardNames.Codes.Select(BoardNames.Of));
    }

    [Fact]
    public void Every_board_has_its_own_number_in_the_profile()
    {
        var profile = new LearnerProfile { DisplayName = "Ana Gray", Profession = "physicianMd", AbpId = "1", AbimId = "2", Npi = "3" };

        Assert.Equal(["1", "2"], BoardNames.Codes.Select(board => BoardNames.DiplomateIdIn(profile, board)));
    }
}
