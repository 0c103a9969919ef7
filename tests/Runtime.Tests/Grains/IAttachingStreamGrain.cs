namespace CmeOrleans.Runtime.Tests;

internal interface IAttachingStreamGrain : IGrainWithStringKey
{
    Task PublishAsync(int item);
}
