namespace CmeOrleans.Runtime.Tests;

internal sealed class FragileGrain(Stage stage) : Grain, IFragileGrain
{
    private bool _failsInDeactivation;

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (!stage.WaitAsync("repaired").IsCompleted)
        {
            throw new FormatException("Not repaired.");
        }

        stage.Note($"{Key} activates");
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        stage.Note($"{Key} deactivates");
        return _failsInDeactivation ? throw new FormatException("As asked.") : Task.CompletedTask;
    }

    public Task CallAsync()
    {
        stage.Note($"{Key} works");
        return Task.CompletedTask;
    }

    public Task FailInDeactivationAsync()
    {
        _failsInDeactivation = true;
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
