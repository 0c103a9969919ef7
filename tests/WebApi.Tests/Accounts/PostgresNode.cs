using CmeOrleans.ThrowawayPostgres;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>A node on a PostgreSQL server of its own, with the rules for accounts that hold there by default.</summary>
public sealed class PostgresNode : TestNode
{
    private PostgresServer? _server;
    private IReadOnlyDictionary<string, string?> _settings = new Dictionary<string, string?>();

    protected override IReadOnlyDictionary<string, string?> Settings => _settings;

    public override async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartForTestsAsync();
        _settings = new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "Postgres",
            ["ConnectionStrings:Ledger"] = await _server.CreateDatabaseAsync(),
        };
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
