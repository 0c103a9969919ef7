namespace CmeOrleans.Runtime.Tests;

internal sealed class ReminderGrain(Stage stage) : Grain, IReminderGrain
{
    public Task RegisterAsync(string name, TimeSpan dueTime, TimeSpan period) => this.RegisterOrUpdateReminder(name, dueTime, period);

    public async Task<bool> UnregisterAsync(string name)
    {
        if (await this.GetReminder(name) is not { } reminder)
        {
            return false;
        }

        await this.UnregisterReminder(reminder);
        return true;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        stage.Note($"{this.GetPrimaryKeyString()} is reminded of {reminderName}");
        return Task.CompletedTask;
    }
}
