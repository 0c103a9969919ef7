using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>What the runtime needs to know about one grain class.</summary>
internal sealed class GrainClass
{
    private const string GrainSuffix = "grain";

    private readonly ObjectFactory _create;
    private readonly List<Func<Activation, object>> _facets;

    public GrainClass(Type type, TimeSpan defaultCollectionAge)
    {
        Type = type;
        GrainType = GrainType.Create(type.GetCustomAttribute<GrainTypeAttribute>()?.GrainType ?? NameByConvention(type));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        WorkersMax = type.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxLocalWorkers;
        CollectionAge = CollectionAgeOf(type, defaultCollectionAge);
        StreamNamespaces = [.. type.GetCustomAttributes<ImplicitStreamSubscriptionAttribute>().Select(attribute => attribute.StreamNamespace)];

        var facets = ConstructorOf(type).GetParameters().Where(parameter => parameter.IsDefined(typeof(PersistentStateAttribute))).ToList();
        _create = ActivatorUtilities.CreateFactory(type, [.. facets.Select(parameter => parameter.ParameterType)]);
        _facets = facets.ConvertAll(PersistentStateFactory.For);
    }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    /// <summary>The most activations of one id, for a stateless worker; otherwise <see langword="null"/>.</summary>
    public int? WorkersMax { get; }

    /// <summary>How long an activation may be idle; <see langword="null"/> for ever.</summary>
    public TimeSpan? CollectionAge { get; }

    /// <summary>The namespaces of streams whose items go to grains of this class.</summary>
    public IReadOnlyList<string> StreamNamespaces { get; }

    /// <summary>Creates a grain, in a turn of its activation.</summary>
    public IGrainBase Create(Activation activation) =>
        (IGrainBase)_create(activation.ActivationServices, _facets.ConvertAll(facet => facet(activation)).ToArray());

    private static ConstructorInfo ConstructorOf(Type type)
    {
        var constructors = type.GetConstructors();
        return constructors.FirstOrDefault(constructor => constructor.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? constructors.MaxBy(constructor => constructor.GetParameters().Length)
            ?? throw new NotSupportedException($"Grain class {type} has no public constructor.");
    }

    private static TimeSpan? CollectionAgeOf(Type type, TimeSpan defaultAge)
    {
        var limit = type.GetCustomAttribute<CollectionAgeLimitAttribute>();
        return limit is { AlwaysActive: true } || type.IsDefined(typeof(KeepAliveAttribute)) ? null : limit?.AgeLimit ?? defaultAge;
    }

    // Part of every stored identity, and therefore the convention of Orleans to the letter.
    private static string NameByConvention(Type type)
    {
#pragma warning disable CA1308 // Orleans writes lower case; the name is an identity, not a text to compare.
        var name = type.Name.ToLowerInvariant();
#pragma warning restore CA1308
        return name.Length > GrainSuffix.Length && name.EndsWith(GrainSuffix, StringComparison.Ordinal)
            ? name[..^GrainSuffix.Length]
            : name;
    }
}
