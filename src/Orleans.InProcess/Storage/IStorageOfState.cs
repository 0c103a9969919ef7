namespace Orleans.Core;

/// <summary>The stored state of a grain.</summary>
public interface IStorage<TState> : IStorage
{
    /// <summary>The state in memory. It is stored by <see cref="IStorage.WriteStateAsync()"/> alone.</summary>
    TState State { get; set; }
}
