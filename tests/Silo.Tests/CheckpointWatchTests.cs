using System.Collections.Immutable;
using System.Text;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Checkpoints;
using CmeOrleans.Silo.Health;
using CmeOrleans.Silo.Identity;
using CmeOrleans.Silo.Secrets;
using CmeOrleans.Silo.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Tests;

/// <summary>
/// A restored old backup looks sound in itself. Goal: the node notices it by what it kept outside the store. Method: each
/// case starts two nodes one after another on one data folder, and changes the store between them.
/// </summary>
public sealed class CheckpointWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryGrainStorage _storage = new();
    private readonly MasterKey _masterKey = MasterKey.Parse(Encoding.ASCII.GetString(MasterKey.Generate()));
    private readonly CheckpointSigner _signer = CheckpointSigner.Parse(Encoding.ASCII.GetString(CheckpointSigner.Generate()));
    private readonly ListedCheckpoints _checkpoints = new();

    [Fact]
    public async Task A_store_that_went_on_is_served()
    {
        _checkpoints.Items = [Signed(1, "one")];
        Assert.Null(await RefusalAsync());
        _checkpoints.Items = [Signed(1, "one"), Signed(2, "two")];
        Assert.Null(await RefusalAsync());
    }

    [Fact]
    public async Task A_store_with_an_older_checkpoint_is_refused()
    {
        _checkpoints.Items = [Signed(1, "one"), Signed(2, "two")];
        Assert.Null(await RefusalAsync());
        _checkpoints.Items = [Signed(1, "one")];
        Assert.Contains("checkpoint 2", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_set_back_and_went_on_counting_is_refused()
    {
        _checkpoints.Items = [Signed(1, "one"), Signed(2, "two")];
        Assert.Null(await RefusalAsync());
        _checkpoints.Items = [Signed(1, "one"), Signed(2, "another two"), Signed(3, "three")];
        Assert.Contains("checkpoint 2", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_the_file_accepts_the_store_as_it_is()
    {
        _checkpoints.Items = [Signed(1, "one"), Signed(2, "two")];
        Assert.Null(await RefusalAsync());
        File.Delete(Directory.GetFiles(_folder["checkpoints"]).Single());
        _checkpoints.Items = [Signed(1, "one")];
        Assert.Null(await RefusalAsync());
    }

    [Fact]
    public async Task A_ledger_behind_its_checkpoint_is_refused()
    {
        _checkpoints.Items = [Signed(1, "one")];
        _checkpoints.Behind = [new("learner-1", 7, new byte[32])];
        Assert.Contains("row 7", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_was_changed_is_refused()
    {
        _checkpoints.Items = [Signed(1, "one") with { Statement = Encoding.UTF8.GetBytes("another one") }];
        Assert.Contains("signature", await RefusalAsync(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _signer.Dispose();
        _folder.Dispose();
    }

    private async Task<string?> RefusalAsync()
    {
        var identity = new StoreIdentityGuard(_storage, _masterKey, NullLogger<StoreIdentityGuard>.Instance);
        await identity.VerifyAsync();
        var state = new NodeState();
        using var watch = new CheckpointWatch(
            _checkpoints,
            _signer,
            identity,
            state,
            Options.Create(new NodeOptions { DataFolder = _folder.Path }),
            Options.Create(new CheckpointOptions()),
            TimeProvider.System,
            NullLogger<CheckpointWatch>.Instance);
        await watch.VerifyAsync(TestContext.Current.CancellationToken);
        return state.Refusal;
    }

    private StoredCheckpoint Signed(long number, string statement)
    {
        var bytes = Encoding.UTF8.GetBytes(statement);
        return new(number, DateTimeOffset.UnixEpoch, bytes, _signer.Sign(bytes), _signer.KeyId, "");
    }

    private sealed class ListedCheckpoints : ICheckpointStore
    {
        public ImmutableArray<StoredCheckpoint> Items { get; set; } = [];

        public ImmutableArray<LedgerHead> Behind { get; set; } = [];

        public Task<StoredCheckpoint?> ReadLatestAsync(CancellationToken cancellationToken) => Task.FromResult(Items.LastOrDefault());

        public Task<ImmutableArray<StoredCheckpoint>> ReadPageAsync(long afterNumber, int checkpointsMax, CancellationToken cancellationToken) =>
            Task.FromResult(Items.Where(item => item.Number > afterNumber).Take(checkpointsMax).ToImmutableArray());

        public Task<ImmutableArray<LedgerHead>> ListBehindAsync(int ledgersMax, CancellationToken cancellationToken) => Task.FromResult(Behind);

        public Task<ChangedLedgers> ReadChangedAsync(StoredCheckpoint? since, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> AppendAsync(StoredCheckpoint checkpoint, ImmutableArray<LedgerHead> leaves, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<ImmutableArray<LedgerHead>> ReadLeavesAsync(long number, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<LedgerHead?> ReadNewestLeafAsync(string ledgerId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
