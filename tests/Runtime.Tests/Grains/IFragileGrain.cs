namespace CmeOrleans.Runtime.Tests;

/// <summary>Cannot be activated before the gate "repaired" is open.</summary>
internal interface IFragileGrain : IGrainWithStringKey
{
    Task CallAsync();

    Task FailInDeactivationAsync();
}
