using Orleans.Concurrency;

namespace CmeOrleans.Grains.Interfaces.Providers;

/// <summary>One provider. The grain key is the provider id.</summary>
[Alias("cme.provider")]
public interface IProviderGrain : IGrainWithStringKey
{
    /// <summary>Creates or replaces the record. Durable when the task completes.</summary>
    /// <param name="record">The whole record.</param>
    /// <param name="ifMatch">When given, the ETag that the stored record must have, or a <see cref="StoredTag"/>.</param>
    [Alias("put")]
    Task<Answer<Versioned<ProviderRecord>>> PutAsync(ProviderRecord record, string? ifMatch);

    /// <summary>The record, read from the store.</summary>
    [Alias("get")]
    Task<Versioned<ProviderRecord>?> GetAsync();

    /// <summary>The record from memory, at most some seconds old: for commands, which are many.</summary>
    [Alias("current"), AlwaysInterleave]
    Task<ProviderRecord?> GetCurrentAsync();
}
