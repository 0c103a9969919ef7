namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Marks pages whose forms come back to whoever sends them after the session has ended.</summary>
/// <param name="NeedsSession">Whether one must sign in first; else the page is for everybody.</param>
internal sealed record SessionPage(bool NeedsSession)
{
    /// <summary>Of people who are signed in.</summary>
    public static SessionPage Own { get; } = new(NeedsSession: true);

    /// <summary>For everybody, and with more to it for who is signed in.</summary>
    public static SessionPage Open { get; } = new(NeedsSession: false);

    public static SessionPage? Find(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<SessionPage>();
}
