namespace CmeOrleans.Silo.Settings;

/// <summary>A setting stops the start. The message is one line for whoever set it: <c>Setting Section:Name: what is wrong.</c></summary>
/// <remarks>The value is not repeated, since it may be a secret.</remarks>
public sealed class SettingException : Exception
{
    /// <param name="setting">The full name, such as <c>Security:MasterKey</c>.</param>
    /// <param name="problem">What is wrong with it and what is right: a sentence.</param>
    public SettingException(string setting, string problem, Exception? innerException = null)
        : base($"Setting {setting}: {problem}", innerException) => Setting = setting;

    public string Setting { get; }
}
