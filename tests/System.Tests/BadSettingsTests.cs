using CmeOrleans.System.Tests.Support;

namespace CmeOrleans.System.Tests;

/// <summary>A bad setting stops the start with one line that names it, whatever kind of setting it is.</summary>
public sealed class BadSettingsTests
{
    [Theory]
    [InlineData("Storage__Provider", "Oracle", "Storage:Provider")]
    [InlineData("ConnectionStrings__Ledger", "Data Source=:memory:", "ConnectionStrings:Ledger")]
    [InlineData("ConnectionStrings__Ledger", "nonsense", "ConnectionStrings:Ledger")]
    [InlineData("Storage__AppendDeadlineMilliseconds", "-5", "Storage:AppendDeadlineMilliseconds")]
    [InlineData("Security__MasterKey", "c2hvcnQ=", "Security:MasterKey")]
    [InlineData("Security__BootstrapKey", "short", "Security:BootstrapKey")]
    [InlineData("Checkpoints__SigningKeyFile", "nowhere.pem", "Checkpoints:SigningKeyFile")]
    [InlineData("Certificates__Signing__CertificateFile", "nowhere.p12", "Certificates:Signing:CertificateFile")]
    [InlineData("Certificates__Signing__CertificateFile", "/etc/hostname", "It is not PKCS #12, or the password is another")]
    [InlineData("Certificates__Signing__CertificatePassword", "open sesame", "Certificates:Signing:CertificateFile: is missing")]
    [InlineData("Management__Url", "ftp://127.0.0.1", "Management:Url")]
    [InlineData("Management__Url", "http://127.0.0.1:99999", "Management:Url")]
    [InlineData("RateLimits__LearnerPerSecond", "-1", "RateLimits:LearnerPerSecond")]
    [InlineData("RateLimits__LearnerPerSecond", "many", "RateLimits:LearnerPerSecond")]
    [InlineData("Server__ConnectionsMax", "0", "Server:ConnectionsMax")]
    [InlineData("Shutdown__TimeoutSeconds", "301", "Shutdown:TimeoutSeconds")]
    [InlineData("Telemetry__OtlpEndpoint", "collector", "Telemetry:OtlpEndpoint")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:99999", "ASPNETCORE_URLS")]
    [InlineData("ASPNETCORE_URLS", "nonsense", "ASPNETCORE_URLS")]
    public async Task A_bad_setting_stops_the_start_and_is_named(string variable, string value, string setting)
    {
        using var installation = Installation.OnSqlite();
        await using var node = NodeProcess.Launch(installation, new Dictionary<string, string?> { [variable] = value });

        Assert.Equal(1, await node.ExitCodeAsync());
        Assert.Contains(setting, node.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", node.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_sealed_with_another_master_key_is_refused()
    {
        using var installation = Installation.OnSqlite();
        await (await NodeProcess.StartAsync(installation)).DisposeAsync();
        var otherKey = Convert.ToBase64String(new byte[32]);

        await using var node = NodeProcess.Launch(installation, new Dictionary<string, string?> { ["Security__MasterKey"] = otherKey });

        Assert.Equal(1, await node.ExitCodeAsync());
        Assert.Contains("Setting Security:MasterKey:", node.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", node.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sevre")]
    [InlineData("ledger", "chekc")]
    public async Task A_mistyped_verb_is_refused(params string[] arguments)
    {
        using var installation = Installation.OnSqlite();
        await using var node = NodeProcess.Launch(installation, changes: null, arguments);

        Assert.Equal(1, await node.ExitCodeAsync());
        Assert.Contains(arguments[^1], node.Output, StringComparison.Ordinal);
    }
}
