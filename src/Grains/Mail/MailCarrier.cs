using CmeOrleans.Grains.Figures;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Grains.Mail;

/// <summary>Delivers what is due, a few mails at a time, each on its own: one that cannot be delivered keeps no other waiting.</summary>
/// <remarks>
/// A mail is handed over and then marked. A node that dies in between leaves it to the next lease, under the same
/// Message-ID: at least once, and by one node at a time as long as an attempt ends before its lease does.
/// </remarks>
public sealed partial class MailCarrier(
    IMailStore store, IMailTransport transport, IPersonalDataKeyring keyring, MailCarrierLimits limits, TimeProvider time, ILogger<MailCarrier> logger)
{
    /// <summary>How long an attempt may take.</summary>
    public static readonly TimeSpan AttemptMax = TimeSpan.FromSeconds(60);

    /// <summary>How long a mail is one node's own.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private const int AtOnceMax = 4;

    /// <summary>Delivers a few of the mails that are due.</summary>
    /// <returns>How many were tried; none when nothing is due.</returns>
    /// <exception cref="StorageUnavailableException">The store does not answer. What was tried is due again when its lease is over.</exception>
    public async Task<int> DeliverDueAsync()
    {
        var askedAt = time.GetTimestamp();
        var mails = await store.LeaseAsync(AtOnceMax, Lease);
        await Task.WhenAll(mails.Select(mail => DeliverAsync(mail, askedAt)));
        return mails.Length;
    }

    private async Task DeliverAsync(LeasedMail leased, long askedAt)
    {
        if (leased.Attempt > limits.AttemptsMax)
        {
            // The last attempt began and nobody came back from it.
            await GiveUpAsync(leased, "no attempt came to an end");
            return;
        }

        if (time.GetElapsedTime(askedAt) > Lease - AttemptMax)
        {
            // This process stood still: an attempt that begins now could meet that of another node.
            return;
        }

        try
        {
            await SendAsync(leased);
        }
        catch (MailNotSentException exception) when (exception.IsFinal || leased.Attempt >= limits.AttemptsMax)
        {
            await GiveUpAsync(leased, exception.Message);
            return;
        }
        catch (MailNotSentException exception)
        {
            MailMeter.RecordFailedAttempt();
            LogNotSent(leased.Mail.Key, leased.Attempt, exception.Message);
            await store.PostponeAsync(leased.Mail.Key, leased.Attempt, MailSchedule.DelayAfter(leased.Attempt, Random.Shared.NextDouble()));
            return;
        }
        catch (SealBrokenException exception)
        {
            await GiveUpAsync(leased, exception.Message);
            return;
        }

        await store.FinishAsync(leased.Mail.Key, leased.Attempt, MailEnd.Delivered);
        MailMeter.RecordDelivered();
    }

    private async Task SendAsync(LeasedMail leased)
    {
        var mail = MailSeal.Open(keyring, leased.Mail);
        using var deadline = new CancellationTokenSource(AttemptMax, time);
        try
        {
            await transport.SendAsync(mail, deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new MailNotSentException("it took too long", isFinal: false);
        }
        catch (Exception exception) when (exception is not MailNotSentException)
        {
            // A mail that trips a fault of the transport must not keep the others; its text may hold the address, so only its kind is told.
            throw new MailNotSentException(exception.GetType().Name, isFinal: false);
        }
    }

    private async Task GiveUpAsync(LeasedMail leased, string reason)
    {
        LogGivenUp(leased.Mail.Key, leased.Attempt, reason);
        await store.FinishAsync(leased.Mail.Key, leased.Attempt, MailEnd.GivenUp);
        MailMeter.RecordGivenUp();
    }

    [LoggerMessage(LogLevel.Warning, "Mail {MailKey} was not sent at attempt {Attempt} ({Reason}); it is tried again.")]
    private partial void LogNotSent(string mailKey, int attempt, string reason);

    [LoggerMessage(LogLevel.Error, "Mail {MailKey} is given up at attempt {Attempt} ({Reason}).")]
    private partial void LogGivenUp(string mailKey, int attempt, string reason);
}
