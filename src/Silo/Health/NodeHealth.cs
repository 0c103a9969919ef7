using CmeOrleans.Grains.Mail;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Signing;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Health;

/// <summary>Says whether the node can serve.</summary>
/// <remarks>The store is asked at most once a second, however many ask: the question is anonymous and must stay cheap.</remarks>
public sealed class NodeHealth(
    IStorageHealth storage, NodeState state, OutboxWatch outbox, PaperSigner signer, IOptions<HealthOptions> options, TimeProvider time)
{
    private static readonly TimeSpan ClockSkewMax = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MailDelayMax = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ReportAgeMax = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<StorageHealth>? _asked;
    private long _askedAt;

    /// <summary>Answers within about two seconds, also when the database does not.</summary>
    public async Task<HealthReport> CheckAsync(CancellationToken cancellationToken)
    {
        var health = await AskStorage().WaitAsync(cancellationToken);
        return new(
        [
            new("database", health.IsReachable ? null : "The database does not answer."),
            new("migrations", health.IsReachable && !health.IsMigrated ? "The database needs a migration." : null),
            new("clock", health.ClockSkew.Duration() > ClockSkewMax ? $"This node's clock is {health.ClockSkew} off the database's." : null),
            new("backlog", health.Backlog > options.Value.BacklogMax ? $"{health.Backlog} appends wait to be stored." : null),
            new("store", state.Refusal ?? (state.IsOpen ? null : "The store is not open yet.")),
            new("draining", state.IsDraining ? "The node is stopping." : null),
            new("mail", ProblemOfMail(outbox.Latest)) { PreventsService = false },
            new("signing", signer.Problem) { PreventsService = false },
        ]);
    }

    private string? ProblemOfMail(MailFigures? mail)
    {
        if (mail?.GivenUpCount > 0)
        {
            return $"{mail.GivenUpCount} mails were given up in the last 24 hours; {mail.WaitingCount} wait.";
        }

        return time.GetUtcNow() - mail?.OldestWaitingSince > MailDelayMax
            ? $"{mail!.WaitingCount} mails wait, the oldest since {mail.OldestWaitingSince:u}."
            : null;
    }

    private Task<StorageHealth> AskStorage()
    {
        lock (_gate)
        {
            if (_asked is null || (_asked.IsCompleted && time.GetElapsedTime(_askedAt) > ReportAgeMax))
            {
                _askedAt = time.GetTimestamp();

                // Not with a caller's token: others wait for the same answer.
                _asked = storage.CheckAsync(CancellationToken.None);
            }

            return _asked;
        }
    }
}
