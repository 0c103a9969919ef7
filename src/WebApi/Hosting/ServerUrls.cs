using CmeOrleans.Silo.Settings;

namespace CmeOrleans.WebApi.Hosting;

/// <summary>The addresses at which the node serves, from <c>ASPNETCORE_URLS</c> or <c>--urls</c>.</summary>
internal static class ServerUrls
{
    private const string Key = "urls";
    private const string SettingName = "ASPNETCORE_URLS";
    private const string Default = "http://localhost:5000";
    private const int PortMax = 65_535;

    /// <exception cref="SettingException">One of them is no address.</exception>
    public static void Require(IConfiguration configuration)
    {
        foreach (var url in Read(configuration))
        {
            Parse(url);
        }
    }

    /// <summary>Where a process on the same machine reaches the first of them.</summary>
    /// <exception cref="SettingException">It is no address.</exception>
    public static Uri Local(IConfiguration configuration)
    {
        var address = Parse(Read(configuration)[0]);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new($"{address.Scheme}://{host}:{address.Port}");
    }

    private static string[] Read(IConfiguration configuration)
    {
        var urls = configuration[Key] is { Length: > 0 } configured ? configured : Default;
        return urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address is { Scheme: "http" or "https", Port: >= 0 and <= PortMax }
                ? address
                : throw new FormatException("Neither http nor https, or no such port.");
        }
        catch (FormatException exception)
        {
            throw new SettingException(SettingName, "must be addresses such as http://127.0.0.1:5000, separated by semicolons.", exception);
        }
    }
}
