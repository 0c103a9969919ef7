using Orleans.Concurrency;

namespace CmeOrleans.Runtime.Tests;

[StatelessWorker(WorkersMax)]
internal sealed class WorkerGrain(Stage stage) : Grain, IWorkerGrain
{
    public const int WorkersMax = 3;

    public async Task HoldAsync(string gate)
    {
        stage.Note($"{gate} begins");
        await stage.WaitAsync(gate);
    }
}
