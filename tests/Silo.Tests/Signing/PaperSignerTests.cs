using CmeOrleans.PaperTools;
using CmeOrleans.Silo.Signing;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Silo.Tests.Signing;

public sealed class PaperSignerTests
{
    private readonly byte[] _paper = "no paper of ours"u8.ToArray();
    private readonly List<(LogLevel Level, string Text)> _log = [];

    public static TheoryData<DateTimeOffset> Valid { get; } = [TestCertificates.ValidFrom, TestCertificates.ValidUntil];

    public static TheoryData<DateTimeOffset> NotValid { get; } =
        [TestCertificates.ValidFrom.AddSeconds(-1), TestCertificates.ValidUntil.AddSeconds(1)];

    [Fact]
    public async Task Without_a_certificate_papers_stay_as_they_are()
    {
        using var signer = new PaperSigner(certificate: null, TimeProvider.System, new LogLines(_log));

        await signer.StartAsync(TestContext.Current.CancellationToken);

        Assert.Same(_paper, signer.Sign(_paper));
        Assert.Null(signer.Problem);
        Assert.Empty(_log);
    }

    /// <summary>A paper without a signature can be verified by its code; one with a signature that is not valid looks forged.</summary>
    [Theory]
    [MemberData(nameof(NotValid))]
    public void While_the_certificate_is_not_valid_papers_stay_as_they_are_and_the_operator_hears_of_it(DateTimeOffset now)
    {
        using var signer = Signer(now);

        Assert.Same(_paper, signer.Sign(_paper));
        Assert.Same(_paper, signer.Sign(_paper));

        Assert.Contains("Papers are not signed", signer.Problem!, StringComparison.Ordinal);
        var (level, text) = Assert.Single(_log);
        Assert.Equal(LogLevel.Error, level);
        Assert.EndsWith(signer.Problem!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestCertificates.HolderName, text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void While_it_is_valid_nothing_leaves_unsigned(DateTimeOffset now)
    {
        using var signer = Signer(now);

        Assert.Throws<InvalidDataException>(() => signer.Sign(_paper));
    }

    [Theory]
    [InlineData(31, LogLevel.Information, "until 2126-01-01")]
    [InlineData(29, LogLevel.Warning, "not be signed any more after 2126-01-01")]
    [InlineData(-1, LogLevel.Warning, "are not signed")]
    public async Task The_start_says_until_when_papers_are_signed(int daysLeft, LogLevel level, string text)
    {
        using var signer = Signer(TestCertificates.ValidUntil.AddDays(-daysLeft));

        await signer.StartAsync(TestContext.Current.CancellationToken);

        var line = Assert.Single(_log);
        Assert.Equal(level, line.Level);
        Assert.Contains(text, line.Text, StringComparison.Ordinal);
        Assert.Equal(level is LogLevel.Information, signer.Problem is null);
    }

    [Fact]
    public void A_certificate_without_its_issuer_is_a_problem()
    {
        using var signer = Signer(TestCertificates.ValidFrom, TestCertificates.WithoutIssuer());

        Assert.Contains("lacks that of its issuer", signer.Problem!, StringComparison.Ordinal);
    }

    private PaperSigner Signer(DateTimeOffset now, byte[]? pkcs12 = null) => new(
        SigningCertificate.Parse(pkcs12 ?? TestCertificates.OfEcdsa(), TestCertificates.Password), new At(now), new LogLines(_log));

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class LogLines(List<(LogLevel Level, string Text)> lines) : ILogger<PaperSigner>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add((logLevel, formatter(state, exception)));
    }
}
