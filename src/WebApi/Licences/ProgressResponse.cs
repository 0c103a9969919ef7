using CmeOrleans.Grains.Interfaces.Licences;

namespace CmeOrleans.WebApi.Licences;

/// <summary>How far a learner is with each licence, as of a day (UTC) and of a row of the ledger.</summary>
internal sealed record ProgressResponse(DateOnly On, long Version, IReadOnlyList<LicenceProgressResponse> Items)
{
    public static ProgressResponse From(LearnerProgress progress) =>
        new(progress.On, progress.Version, [.. progress.Items.Select(LicenceProgressResponse.From)]);
}
