using CmeOrleans.Grains.Mail;
using CmeOrleans.Grains.Ports;
using CmeOrleans.PaperTools;
using CmeOrleans.Silo.Health;
using CmeOrleans.Silo.Signing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Tests;

public sealed class NodeHealthTests : IDisposable
{
    private static readonly StorageHealth Sound = new(IsReachable: true, IsMigrated: true, TimeSpan.Zero, Backlog: 0);

    private readonly NodeState _state = new();
    private readonly OutboxWatch _outbox = new(TimeProvider.System);
    private PaperSigner _signer = new(certificate: null, TimeProvider.System, NullLogger<PaperSigner>.Instance);

    public NodeHealthTests() => _state.Open();

    public static TheoryData<string, StorageHealth> Troubles => new()
    {
        { "database", Sound with { IsReachable = false } },
        { "migrations", Sound with { IsMigrated = false } },
        { "clock", Sound with { ClockSkew = TimeSpan.FromSeconds(2.1) } },
        { "clock", Sound with { ClockSkew = TimeSpan.FromSeconds(-2.1) } },
        { "backlog", Sound with { Backlog = 5_001 } },
    };

    [Fact]
    public async Task A_sound_store_makes_a_ready_node()
    {
        Assert.True((await CheckAsync(Sound)).IsReady);
        Assert.True((await CheckAsync(Sound with { ClockSkew = TimeSpan.FromSeconds(2), Backlog = 5_000 })).IsReady);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_with_the_store_is_named(string name, StorageHealth health)
    {
        var report = await CheckAsync(health);

        Assert.False(report.IsReady);
        Assert.Equal(name, Assert.Single(report.Findings, finding => !finding.IsHealthy).Name);
    }

    [Fact]
    public async Task A_node_that_drains_or_refuses_or_is_not_open_is_not_ready()
    {
        Assert.False((await CheckAsync(Sound, new NodeState())).IsReady);

        _state.BeginDraining();
        Assert.False((await CheckAsync(Sound)).IsReady);
        Assert.True(_state.IsServing);

        _state.Refuse("first");
        _state.Refuse("second");
        Assert.False(_state.IsServing);
        Assert.Equal("first", _state.Refusal);
    }

    /// <summary>The question is anonymous: asking it a thousand times must not be a load on the database.</summary>
    [Fact]
    public async Task The_store_is_asked_once_for_many_questions()
    {
        var storage = new FixedStorage(Sound);
        var health = Health(storage, _state);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => health.CheckAsync(TestContext.Current.CancellationToken)));

        Assert.Equal(1, storage.QuestionsCount);
    }

    /// <summary>Mail that does not leave needs a person, and is no reason to turn requests away.</summary>
    [Fact]
    public async Task Mail_that_does_not_leave_is_named_and_the_node_serves_on()
    {
        var now = TimeProvider.System.GetUtcNow();
        _outbox.Latest = new(WaitingCount: 3, now.AddMinutes(-14), GivenUpCount: 0, DeliveredCount: 5);
        Assert.All((await CheckAsync(Sound)).Findings, finding => Assert.True(finding.IsHealthy));

        foreach (var figures in new MailFigures[] { new(3, now.AddMinutes(-16), 0, 5), new(0, null, 1, 5) })
        {
            _outbox.Latest = figures;
            var report = await CheckAsync(Sound);

            Assert.True(report.IsReady);
            Assert.Equal("mail", Assert.Single(report.Findings, finding => !finding.IsHealthy).Name);
        }
    }

    /// <summary>Papers without a signature need a person, and are no reason to turn requests away.</summary>
    [Fact]
    public async Task A_signing_certificate_that_needs_care_is_named_and_the_node_serves_on()
    {
        var certificate = SigningCertificate.Parse(TestCertificates.WithoutIssuer(), TestCertificates.Password);
        _signer = new(certificate, TimeProvider.System, NullLogger<PaperSigner>.Instance);

        var report = await CheckAsync(Sound);

        Assert.True(report.IsReady);
        Assert.Equal("signing", Assert.Single(report.Findings, finding => !finding.IsHealthy).Name);
    }

    public void Dispose()
    {
        _outbox.Dispose();
        _signer.Dispose();
    }

    private NodeHealth Health(IStorageHealth storage, NodeState state) =>
        new(storage, state, _outbox, _signer, Options.Create(new HealthOptions()), TimeProvider.System);

    private Task<HealthReport> CheckAsync(StorageHealth health, NodeState? state = null) =>
        Health(new FixedStorage(health), state ?? _state).CheckAsync(TestContext.Current.CancellationToken);

    private sealed class FixedStorage(StorageHealth health) : IStorageHealth
    {
        private int _questionsCount;

        public int QuestionsCount => _questionsCount;

        public TimeSpan ClockSkew => health.ClockSkew;

        public Task<StorageHealth> CheckAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _questionsCount);
            return Task.FromResult(health);
        }
    }
}
