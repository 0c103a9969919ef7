using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Tests.Problems;

public sealed class ProblemTypesTests
{
    // Answered by another status than 422, or only within the errors of a refusal.
    private static readonly string[] Elsewhere =
    [
        "version-conflict", "earning-unknown", "claim-unknown", "credit-unknown", "wrong-type", "expired", "listed-twice",
        "amount-not-positive", "not-multiple-of-step", "more-than-available",
    ];

    [Fact]
    public void Every_refusal_of_the_ledger_has_a_page()
    {
        var codes = Enum.GetValues<LedgerStatus>().Where(status => status > LedgerStatus.Repeated).Select(status => status.ToCode());

        Assert.All(codes.Except(Elsewhere), code => Assert.Equal(422, ProblemTypes.Find(code)?.Status));
    }

    /// <summary>Size and characters are the sender's to mend, so it is no fault of the server that a row cannot hold them.</summary>
    [Fact]
    public void What_no_row_can_hold_is_refused_and_not_a_fault()
    {
        var problem = FaultProblems.Of(new LedgerRowRefusedException("The body of a journal row is out of bounds."));

        Assert.Equal((422, "not-storable"), (problem.Status, problem.Type.Slug));
        Assert.DoesNotContain("journal", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Slugs_are_unique_and_stable_in_form()
    {
        Assert.Equal(ProblemTypes.All.Length, ProblemTypes.All.Select(type => type.Slug).Distinct().Count());
        Assert.All(ProblemTypes.All, type => Assert.Matches("^[a-z]+(-[a-z]+)*$", type.Slug));
        Assert.All(ProblemTypes.All, type => Assert.InRange(type.Status, 400, 599));
    }

    [Theory]
    [InlineData(401, "unauthorized")]
    [InlineData(403, "not-found")]
    [InlineData(404, "not-found")]
    [InlineData(405, "method-not-allowed")]
    [InlineData(413, "body-too-large")]
    [InlineData(415, "unsupported-media-type")]
    [InlineData(429, "rate-limited")]
    [InlineData(500, "internal-error")]
    [InlineData(502, "internal-error")]
    [InlineData(503, "unavailable")]
    [InlineData(418, "invalid-request")]
    public void Every_status_has_a_kind(int status, string slug) => Assert.Equal(slug, ProblemTypes.OfStatus(status).Slug);
}
