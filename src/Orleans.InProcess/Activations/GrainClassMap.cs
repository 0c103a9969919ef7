using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>The grain classes of the given assemblies, by interface and by type.</summary>
internal sealed class GrainClassMap
{
    private readonly Dictionary<GrainType, GrainClass> _byType = [];
    private readonly ConcurrentDictionary<Type, GrainClass> _byInterface = new();

    public GrainClassMap(IOptions<InProcessActorOptions> options)
    {
        foreach (var type in options.Value.GrainAssemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).Where(IsGrainClass))
        {
            var grainClass = new GrainClass(type, options.Value.CollectionAge);
            if (!_byType.TryAdd(grainClass.GrainType, grainClass))
            {
                throw new InvalidOperationException(
                    $"{type} and {_byType[grainClass.GrainType].Type} are both the grain type {grainClass.GrainType}.");
            }
        }
    }

    public IEnumerable<GrainClass> All => _byType.Values;

    /// <exception cref="ArgumentException">No class, or more than one, implements the interface.</exception>
    public GrainClass FindByInterface(Type interfaceType, string? classNamePrefix)
    {
        if (classNamePrefix is null && _byInterface.TryGetValue(interfaceType, out var known))
        {
            return known;
        }

        var candidates = _byType.Values.Where(candidate => interfaceType.IsAssignableFrom(candidate.Type)
            && (classNamePrefix is null || candidate.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))).ToList();
        var found = candidates.Count == 1
            ? candidates[0]
            : throw new ArgumentException($"{candidates.Count} grain classes implement {interfaceType}; there must be exactly one.");
        return classNamePrefix is null ? _byInterface.GetOrAdd(interfaceType, found) : found;
    }

    /// <exception cref="ArgumentException">There is no such type.</exception>
    public GrainClass FindByType(GrainType grainType) =>
        _byType.GetValueOrDefault(grainType) ?? throw new ArgumentException($"There is no grain type {grainType}.");

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && typeof(IGrain).IsAssignableFrom(type) && typeof(IGrainBase).IsAssignableFrom(type);
}
