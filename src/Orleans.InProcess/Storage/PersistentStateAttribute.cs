namespace Orleans.Runtime;

/// <summary>Asks for an <see cref="IPersistentState{TState}"/> in the constructor of a grain.</summary>
/// <param name="stateName">The name of the state within its grain; part of the storage key.</param>
/// <param name="storageName">The key of the <see cref="Storage.IGrainStorage"/> service, or null for the default one.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    public string StateName { get; } = stateName ?? throw new ArgumentNullException(nameof(stateName));

    public string? StorageName { get; } = storageName;
}
