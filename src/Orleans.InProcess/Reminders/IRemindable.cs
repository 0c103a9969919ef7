namespace Orleans;

/// <summary>A grain that can be reminded, be it active at that time or not.</summary>
public interface IRemindable : IGrain
{
    Task ReceiveReminder(string reminderName, Runtime.TickStatus status);
}
