using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CmeOrleans.Grains.Interfaces.Tests;

/// <summary>Walks grain interfaces and the types of their messages, and notes every breach of the contract rules.</summary>
internal sealed class ContractWalk
{
    private const BindingFlags DeclaredInstanceMembers =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // ReadOnlyMemory is a view; contracts say in their text that the bytes behind it are never written again.
    private static readonly HashSet<Type> ImmutableTypes =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateOnly), typeof(TimeOnly), typeof(DateTime), typeof(DateTimeOffset),
        typeof(TimeSpan), typeof(ReadOnlyMemory<byte>), typeof(GrainId), typeof(TickStatus),
    ];

    private static readonly HashSet<Type> ImmutableCollections =
    [
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableDictionary<,>),
        typeof(ImmutableSortedSet<>), typeof(ImmutableSortedDictionary<,>),
    ];

    private readonly HashSet<Type> _visited = [];
    private readonly Dictionary<string, Type> _aliases = [];
    private readonly List<string> _violations = [];

    public IReadOnlyList<string> Violations => _violations;

    public IReadOnlyCollection<Type> VisitedTypes => _visited;

    public void VisitAssembly(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            if (type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))
            {
                VisitInterface(type);
            }
            else if (!type.IsEnum && type.IsDefined(typeof(GenerateSerializerAttribute)))
            {
                VisitMessage(type);
            }
        }
    }

    public void VisitInterface(Type type)
    {
        RequireAlias(type);
        var methodAliases = new HashSet<string>();
        foreach (var method in type.GetMethods())
        {
            var name = $"{type.Name}.{method.Name}";
            var alias = method.GetCustomAttribute<AliasAttribute>()?.Alias;
            Require(!string.IsNullOrWhiteSpace(alias), $"{name} has no [Alias].");
            Require(alias is null || methodAliases.Add(alias), $"{name} has the alias of another method.");
            foreach (var parameter in method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken)))
            {
                VisitValue(parameter.ParameterType, $"{name}, argument {parameter.Name}");
            }

            VisitResult(method.ReturnType, name);
        }
    }

    private static bool IsInitOnly(PropertyInfo property) => property.SetMethod is not { } setter
        || setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsAutomatic(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", DeclaredInstanceMembers) is not null;

    private void VisitResult(Type type, string where)
    {
        var isTask = type == typeof(Task) || type == typeof(ValueTask)
            || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));
        Require(isTask, $"{where} returns no task.");
        foreach (var argument in type.GenericTypeArguments)
        {
            VisitValue(argument, $"{where}, result");
        }
    }

    private void VisitValue(Type type, string where)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsPrimitive || type.IsEnum || type.IsGenericParameter || ImmutableTypes.Contains(type)
            || (type.IsInterface && typeof(IAddressable).IsAssignableFrom(type)))
        {
            return;
        }

        if (type.IsGenericType && ImmutableCollections.Contains(type.GetGenericTypeDefinition()))
        {
            foreach (var argument in type.GenericTypeArguments)
            {
                VisitValue(argument, where);
            }

            return;
        }

        if (!type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
        {
            _violations.Add($"{where}: {type} is neither known to be immutable nor marked [GenerateSerializer].");
            return;
        }

        VisitMessage(type);
    }

    private void VisitMessage(Type type)
    {
        if (!_visited.Add(type))
        {
            return;
        }

        RequireAlias(type);
        Require(type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false), $"{type.Name} has no [GenerateSerializer].");
        Require(type.IsDefined(typeof(ImmutableAttribute), inherit: false), $"{type.Name} has no [Immutable].");
        Require(type.IsSealed || type.IsAbstract, $"{type.Name} is not sealed; a subclass could change.");
        VisitMembers(type);
        if (type.BaseType is { } baseType && baseType != typeof(object) && baseType != typeof(ValueType))
        {
            VisitValue(baseType, type.Name);
        }

        if (type.IsAbstract)
        {
            foreach (var subclass in type.Assembly.GetTypes().Where(candidate => candidate.BaseType == type))
            {
                VisitValue(subclass, type.Name);
            }
        }
    }

    private void VisitMembers(Type type)
    {
        var ids = new HashSet<uint>();
        foreach (var property in type.GetProperties(DeclaredInstanceMembers).Where(IsAutomatic))
        {
            Require(IsInitOnly(property), $"{type.Name}.{property.Name} can be set after initialisation.");
            VisitMember(property, property.PropertyType, ids);
        }

        foreach (var field in type.GetFields(DeclaredInstanceMembers).Where(field => !field.IsDefined(typeof(CompilerGeneratedAttribute))))
        {
            Require(field.IsInitOnly, $"{type.Name}.{field.Name} is a field that can be set.");
            VisitMember(field, field.FieldType, ids);
        }
    }

    private void VisitMember(MemberInfo member, Type type, HashSet<uint> ids)
    {
        var name = $"{member.DeclaringType!.Name}.{member.Name}";
        var id = member.GetCustomAttribute<IdAttribute>()?.Id;
        Require(id is not null, $"{name} has no [Id].");
        Require(id is null || ids.Add(id.Value), $"{name} has the number of another member.");
        VisitValue(type, name);
    }

    private void RequireAlias(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var alias = definition.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;
        Require(!string.IsNullOrWhiteSpace(alias), $"{definition.Name} has no [Alias].");
        if (alias is not null)
        {
            _aliases.TryAdd(alias, definition);
            Require(_aliases[alias] == definition, $"{definition.Name} and {_aliases[alias].Name} have one alias, {alias}.");
            RequireArity(definition, alias);
        }
    }

    // Orleans reads names of types back from messages. Interfaces are named by their grain, not in messages.
    private void RequireArity(Type definition, string alias)
    {
        var arity = definition.IsGenericType ? $"`{definition.GetGenericArguments().Length}" : "";
        var name = alias.Split('`')[0] + arity;
        Require(definition.IsInterface || alias == name, $"{definition.Name} has an alias that Orleans cannot read back; {name} can be.");
    }

    private void Require(bool holds, string violation)
    {
        if (!holds)
        {
            _violations.Add(violation);
        }
    }
}
