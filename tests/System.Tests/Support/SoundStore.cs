using System.Net;
using CmeOrleans.System.Tests.Support;

[assembly: AssemblyFixture(typeof(SoundStore))]

namespace CmeOrleans.System.Tests.Support;

/// <summary>
/// An SQLite installation with two checkpoints, made once by the first test that needs it; each test has a copy. Checkpoint 1
/// covers rows 1 and 2 of the ledgers learner-1 to learner-3; checkpoint 2 covers row 3 of learner-1, a claim.
/// </summary>
public sealed class SoundStore : IAsyncDisposable
{
    private Task<Installation>? _made;

    public async ValueTask DisposeAsync()
    {
        if (_made is not null)
        {
            (await _made).Dispose();
        }
    }

    internal async Task<Installation> CopyAsync() => (await (_made ??= MakeAsync())).Copy();

    /// <summary>Waits until the checkpoint of this number is there, and no longer one.</summary>
    internal static Task WaitForCheckpointAsync(HttpClient client, long number) => Eventually.SucceedsAsync(async () =>
    {
        using var answer = await client.GetAsync("/v1/checkpoints/latest");
        return answer.StatusCode == HttpStatusCode.OK
            && (long)(await Task.FromResult(answer).ReadAsync(HttpStatusCode.OK))["number"]! == number;
    });

    private static async Task<Installation> MakeAsync()
    {
        var installation = Installation.OnSqlite();
        var creditId = "";
        await UseNodeAsync(installation, async client =>
        {
            await client.CreateCourseAsync();
            foreach (var learnerId in new[] { "learner-1", "learner-2", "learner-3" })
            {
                await client.CreateLearnerAsync(learnerId);
                var earning = await client.EarnAsync(learnerId, "topic-1", "earn-1").ReadAsync(HttpStatusCode.Created);
                await client.EarnAsync(learnerId, "topic-2", "earn-2").ReadAsync(HttpStatusCode.Created);
                creditId = learnerId == "learner-1" ? (string)earning["credits"]![0]!["creditId"]! : creditId;
            }
        });
        TakeCheckpointsOften(installation);
        await UseNodeAsync(installation, async client =>
        {
            await WaitForCheckpointAsync(client, 1);
            await client.ClaimAsync("learner-1", "claim-1", creditId).ReadAsync(HttpStatusCode.Created);
            await WaitForCheckpointAsync(client, 2);
        });
        return installation;
    }

    private static async Task UseNodeAsync(Installation installation, Func<HttpClient, Task> use)
    {
        await using var node = await NodeProcess.StartAsync(installation);
        await use(node.Client);
        node.Terminate();
        Assert.Equal(0, await node.ExitCodeAsync());
    }

    // A node takes a checkpoint a minute after its start, by a reminder. A second reminder of the same grain, every 200 ms
    // since 1970, is kept beside it.
    private static void TakeCheckpointsOften(Installation installation)
    {
        const string sql = """
            insert into reminder (grain_id, reminder_name, grain_hash, start_at, period, version)
            select grain_id, 'checkpoint-often', grain_hash, 0, 2000000, 1 from reminder where reminder_name = 'checkpoint'
            """;
        using var connection = SqliteHand.Open(installation);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
