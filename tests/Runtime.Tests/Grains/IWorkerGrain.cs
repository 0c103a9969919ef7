namespace CmeOrleans.Runtime.Tests;

internal interface IWorkerGrain : IGrainWithStringKey
{
    Task HoldAsync(string gate);
}
