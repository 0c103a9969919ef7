namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>What people call certifying boards.</summary>
internal static class BoardNames
{
    /// <summary>The name of a board; its code in capitals if this version does not know it.</summary>
    public static string Of(string board) => board == "abp" ? "American Board of Pediatrics" : board.ToUpperInvariant();
}
