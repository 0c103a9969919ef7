using Microsoft.Data.Sqlite;

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>A node that waits long for its store, which a test may hold.</summary>
public sealed class PatientNode : TestNode
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Storage:AppendDeadlineMilliseconds"] = "60000",
        ["Storage:CallDeadlineMilliseconds"] = "60000",
    };

    /// <summary>Keeps the node from writing until the result is disposed of.</summary>
    public SqliteConnection HoldStore()
    {
        // Not pooled, so that disposing of it closes the file and with it the transaction.
        var connection = new SqliteConnection($"Data Source={StoreFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "begin immediate";
        command.ExecuteNonQuery();
        return connection;
    }
}
