using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>Makes the arguments for constructor parameters with a <see cref="PersistentStateAttribute"/>.</summary>
internal static class PersistentStateFactory
{
    private const string DefaultStorageName = "Default";

    private static readonly MethodInfo CreateMethod =
        typeof(PersistentStateFactory).GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <exception cref="NotSupportedException">The parameter is not an <see cref="IPersistentState{TState}"/>.</exception>
    public static Func<Activation, object> For(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new NotSupportedException($"Parameter {parameter.Name} of {parameter.Member.DeclaringType} is not a persistent state.");
        }

        var attribute = parameter.GetCustomAttribute<PersistentStateAttribute>()!;
        var create = CreateMethod.MakeGenericMethod(type.GenericTypeArguments)
            .CreateDelegate<Func<Activation, PersistentStateAttribute, object>>();
        return activation => create(activation, attribute);
    }

    private static PersistentState<TState> Create<TState>(Activation activation, PersistentStateAttribute attribute)
    {
        var services = activation.ActivationServices;
        var name = attribute.StorageName;
        var storage = services.GetKeyedService<IGrainStorage>(name ?? DefaultStorageName)
            ?? (name is null ? services.GetService<IGrainStorage>() : null)
            ?? throw new BadProviderConfigException($"Grain {activation.GrainId} needs a storage provider named '{name ?? DefaultStorageName}'.");
        var state = ActivatorUtilities.CreateInstance<PersistentState<TState>>(services, activation, attribute.StateName, storage);
        activation.AddState(state);
        return state;
    }
}
