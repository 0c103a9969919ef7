using CmeOrleans.PaperTools;

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>A node that signs papers.</summary>
public sealed class SigningNode : TestNode
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.p12");

    public SigningNode() => Settings = new Dictionary<string, string?>
    {
        ["Certificates:Signing:CertificateFile"] = _file,
        ["Certificates:Signing:CertificatePassword"] = TestCertificates.Password,
    };

    protected override IReadOnlyDictionary<string, string?> Settings { get; }

    public override async ValueTask InitializeAsync()
    {
        await File.WriteAllBytesAsync(_file, TestCertificates.OfRsa());
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(_file);
    }
}
