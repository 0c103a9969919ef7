using CmeOrleans.ThrowawayPostgres;

namespace CmeOrleans.System.Tests.Support;

/// <summary>Where a node lives: a folder and a database of its own. Nodes can be started in it one after another.</summary>
internal sealed class Installation : IDisposable
{
    public const string OperatorKey = "operator-key-of-the-system-tests";

    private Installation(string provider, string? connectionString)
    {
        Provider = provider;
        ConnectionString = connectionString ?? $"Data Source={DatabasePath}";
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("cme-system-tests-").FullName;

    public string DatabasePath => Path.Combine(Folder, "data", "cme.db");

    public string Provider { get; }

    public string ConnectionString { get; }

    public static Installation OnSqlite() => new("Sqlite", connectionString: null);

    public static async Task<Installation> OnPostgresAsync(PostgresServer server) =>
        new("Postgres", await server.CreateDatabaseAsync());

    public static async Task<Installation> OnAsync(string provider, PostgresFixture postgres) =>
        provider == "Postgres" ? await OnPostgresAsync(await postgres.ServerAsync()) : OnSqlite();

    /// <summary>Another installation with the data of this one, in which no node may run meanwhile.</summary>
    public Installation Copy()
    {
        Assert.Equal("Sqlite", Provider);
        var copy = OnSqlite();
        foreach (var path in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(Folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        return copy;
    }

    /// <summary>What a node is started with, unless a test says otherwise.</summary>
    public Dictionary<string, string> Environment(IReadOnlyDictionary<string, string?>? changes)
    {
        var variables = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Storage__Provider"] = Provider,
            ["ConnectionStrings__Ledger"] = ConnectionString,
            ["Security__BootstrapKey"] = OperatorKey,
            ["Management__Url"] = "http://127.0.0.1:0",
        };
        foreach (var (name, value) in changes ?? new Dictionary<string, string?>())
        {
            if (value is null)
            {
                variables.Remove(name);
            }
            else
            {
                variables[name] = value;
            }
        }

        return variables;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
