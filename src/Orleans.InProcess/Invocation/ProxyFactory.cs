using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace Orleans.Runtime;

/// <summary>Creates references. Each grain interface gets its class emitted once per process, on first use.</summary>
internal static class ProxyFactory
{
    private static readonly ConcurrentDictionary<Type, Lazy<Func<GrainId, GrainDispatcher, GrainProxy>>> Constructors = new();

    public static GrainProxy Create(Type interfaceType, GrainId grainId, GrainDispatcher dispatcher) =>
        Constructors.GetOrAdd(interfaceType, static type => new(() => EmitConstructor(type))).Value(grainId, dispatcher);

    private static Func<GrainId, GrainDispatcher, GrainProxy> EmitConstructor(Type interfaceType)
    {
        var constructor = ProxyEmitter.Emit(interfaceType)
            .GetConstructor(BindingFlags.Public | BindingFlags.Instance, [typeof(GrainId), typeof(GrainDispatcher)])!;
        var creation = new DynamicMethod(
            "Create", typeof(GrainProxy), [typeof(GrainId), typeof(GrainDispatcher)], typeof(ProxyFactory).Module, skipVisibility: true);
        var il = creation.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Newobj, constructor);
        il.Emit(OpCodes.Ret);
        return creation.CreateDelegate<Func<GrainId, GrainDispatcher, GrainProxy>>();
    }
}
