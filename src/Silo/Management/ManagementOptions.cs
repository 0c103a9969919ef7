namespace CmeOrleans.Silo.Management;

/// <summary>The port for operators, read from the section <see cref="SectionName"/>.</summary>
public sealed class ManagementOptions
{
    public const string SectionName = "Management";

    public const string UrlDefault = "http://127.0.0.1:9464";

    /// <summary>
    /// Where <c>/metrics</c> and the detailed <c>/health</c> are served: <c>http://</c> with an IP address,
    /// <c>localhost</c> or <c>*</c> and a port. Empty turns it off. The default is <see cref="UrlDefault"/>, or a free
    /// port where another process has that one; what is configured is taken or the node does not start.
    /// </summary>
    public string? Url { get; set; }
}
