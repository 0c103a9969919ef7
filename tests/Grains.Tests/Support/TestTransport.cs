using System.Collections.Concurrent;
using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>Keeps what is handed over; fails as a test says.</summary>
internal sealed class TestTransport : IMailTransport
{
    private readonly ConcurrentQueue<OutgoingMail> _sent = new();

    public IReadOnlyList<OutgoingMail> Sent => [.. _sent];

    /// <summary>Asked about each mail; what it answers is thrown.</summary>
    public Func<OutgoingMail, Exception?> Fault { get; set; } = static _ => null;

    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (Fault(mail) is { } fault)
        {
            return Task.FromException(fault);
        }

        _sent.Enqueue(mail);
        return Task.CompletedTask;
    }
}
