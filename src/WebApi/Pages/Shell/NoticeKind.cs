namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>How grave a notice is.</summary>
public enum NoticeKind
{
    None = 0,
    Info,
    Good,
    Warn,
    Bad,
}
