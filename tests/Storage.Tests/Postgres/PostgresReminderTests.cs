using CmeOrleans.ThrowawayPostgres;
using Orleans;
using Orleans.Runtime;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>Reminders of a cluster, where each node reads the part of the ring that is its own.</summary>
public sealed class PostgresReminderTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    /// <summary>An earlier version hashed otherwise.</summary>
    [Fact]
    public async Task Reminder_set_anew_lies_where_its_grain_does()
    {
        var reminders = fixture.Store.Reminders;
        var grainId = GrainId.Create("sweep", "moved");
        var hash = grainId.GetUniformHashCode();
        var reminder = new ReminderEntry { GrainId = grainId, ReminderName = "sweep", StartAt = DateTime.UnixEpoch, Period = TimeSpan.FromHours(1) };
        await reminders.UpsertRow(reminder);
        await PostgresServer.ExecuteAsync(fixture.ConnectionString, "update reminder set grain_hash = grain_hash # 1");

        Assert.Empty((await reminders.ReadRows(hash - 1, hash)).Reminders);
        await reminders.UpsertRow(reminder);

        Assert.Single((await reminders.ReadRows(hash - 1, hash)).Reminders);
    }
}
