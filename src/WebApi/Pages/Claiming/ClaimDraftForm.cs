using System.Globalization;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>Reads a <see cref="ClaimDraft"/> out of a form.</summary>
internal static class ClaimDraftForm
{
    public static async Task<ClaimDraft> ReadAsync(HttpContext context) => Read(await context.Request.ReadFormAsync(context.RequestAborted));

    private static ClaimDraft Read(IFormCollection form)
    {
        var isAll = form.IsChecked(ClaimDraft.AllField);
        var chosen = form[ClaimDraft.CreditField].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var lines = form.Keys
            .Where(name => name.StartsWith(ClaimDraft.AmountPrefix, StringComparison.Ordinal))
            .Select(name => new DraftLine(name[ClaimDraft.AmountPrefix.Length..], form.Text(name)))
            .ToLookup(line => isAll || chosen.Contains(line.CreditId));
        return new()
        {
            CreditType = form.Text(ClaimDraft.TypeField),
            Sort = form.Text(ClaimDraft.SortField),
            Lines = [.. lines[true]],
            Others = [.. lines[false]],
            Version = long.TryParse(form.Text(ClaimDraft.VersionField), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            ProfileTag = form.Text(ClaimDraft.ProfileField),
            Key = form.Text(ClaimDraft.KeyField),
        };
    }
}
