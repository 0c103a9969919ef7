using CmeOrleans.Silo.Signing;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Silo.Tests.Signing;

public sealed class PaperSignerTests
{
    private readonly byte[] _paper = "no paper of ours"u8.ToArray();
    private readonly List<(LogLevel Level, string Text)> _log = [];

    [Fact]
    public void Without_a_certificate_papers_stay_as_they_are()
    {
        using var signer = new PaperSigner(certificate: null, TimeProvider.System, new LogLines(_log));

        Assert.Same(_paper, signer.Sign(_paper));
        Assert.Empty(_log);
    }

    /// <summary>A paper without a signature can be verified by its code; one with a signature that is not valid looks forged.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(100 * 366)]
    public async Task While_the_certificate_is_not_valid_papers_stay_as_they_are_and_the_operator_hears_of_it(int day)
    {
        using var signer = Signer(TestCertificates.ValidFrom.AddDays(day));

        await signer.StartAsync(TestContext.Current.CancellationToken);
        Assert.Same(_paper, signer.Sign(_paper));

        Assert.Equal(2, _log.Count);
        Assert.All(_log, line => Assert.Equal(LogLevel.Error, line.Level));
        Assert.All(_log, line => Assert.Contains(TestCertificates.HolderName, line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void While_it_is_valid_nothing_leaves_unsigned()
    {
        using var signer = Signer(TestCertificates.ValidFrom.AddDays(1));

        Assert.Throws<InvalidDataException>(() => signer.Sign(_paper));
    }

    [Theory]
    [InlineData(31, LogLevel.Information, "2126-01-01")]
    [InlineData(29, LogLevel.Warning, "has to be renewed")]
    public async Task The_start_says_until_when_papers_are_signed(int daysLeft, LogLevel level, string text)
    {
        using var signer = Signer(TestCertificates.ValidUntil.AddDays(-daysLeft));

        await signer.StartAsync(TestContext.Current.CancellationToken);

        var line = Assert.Single(_log);
        Assert.Equal(level, line.Level);
        Assert.Contains(text, line.Text, StringComparison.Ordinal);
    }

    private PaperSigner Signer(DateTimeOffset now) =>
        new(SigningCertificate.Parse(TestCertificates.OfEcdsa(), TestCertificates.Password), new At(now), new LogLines(_log));

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
