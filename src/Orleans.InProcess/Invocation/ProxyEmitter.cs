using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Orleans.Runtime;

/// <summary>
/// Emits the class behind the references of one grain interface. Each of its methods packs the arguments into the call
/// object that <see cref="CallEmitter"/> made for it and sends that, so that a call needs neither reflection nor boxing.
/// </summary>
internal static class ProxyEmitter
{
    private const BindingFlags InstanceMembers = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <exception cref="NotSupportedException">A member of the interface is not a grain method.</exception>
    public static Type Emit(Type interfaceType)
    {
        if (!interfaceType.IsInterface || !typeof(IAddressable).IsAssignableFrom(interfaceType) || interfaceType.ContainsGenericParameters)
        {
            throw new NotSupportedException($"{interfaceType} is not a grain interface.");
        }

        var methods = interfaceType.GetInterfaces().Prepend(interfaceType).SelectMany(type => type.GetMethods()).ToArray();
        foreach (var method in methods)
        {
            RequireSupported(method);
        }

        var assembly = AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName($"Orleans.InProcess.Proxies.{interfaceType.FullName}"), AssemblyBuilderAccess.Run);
        GrantAccess(assembly, interfaceType, methods);
        var module = assembly.DefineDynamicModule("Proxies");
        var proxy = module.DefineType(
            $"{interfaceType.Name}Proxy", TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainProxy), [interfaceType]);
        DefineConstructor(proxy);
        for (var index = 0; index < methods.Length; index++)
        {
            DefineMethod(proxy, methods[index], index, CallEmitter.Emit(module, methods[index], index));
        }

        var type = proxy.CreateType();
        for (var index = 0; index < methods.Length; index++)
        {
            type.GetField(DescriptionFieldName(index), BindingFlags.Static | BindingFlags.Public)!
                .SetValue(null, new GrainMethod(methods[index]));
        }

        return type;
    }

    private static void DefineConstructor(TypeBuilder proxy)
    {
        Type[] parameters = [typeof(GrainId), typeof(GrainDispatcher)];
        var il = proxy.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, parameters).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, typeof(GrainProxy).GetConstructor(InstanceMembers, parameters)!);
        il.Emit(OpCodes.Ret);
    }

    private static void DefineMethod(TypeBuilder proxy, MethodInfo method, int index, EmittedCall call)
    {
        var description = proxy.DefineField(
            DescriptionFieldName(index), typeof(GrainMethod), FieldAttributes.Public | FieldAttributes.Static);
        var implementation = proxy.DefineMethod(
            $"{method.DeclaringType!.Name}.{method.Name}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            method.ReturnType,
            [.. method.GetParameters().Select(parameter => parameter.ParameterType)]);
        var il = implementation.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Newobj, call.Constructor);
        for (var argument = 0; argument < call.ArgumentFields.Count; argument++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldarg, (short)(argument + 1));
            il.Emit(OpCodes.Stfld, call.ArgumentFields[argument]);
        }

        il.Emit(OpCodes.Ldsfld, description);
        il.Emit(OpCodes.Call, SendMethodFor(method.ReturnType));
        il.Emit(OpCodes.Ret);
        proxy.DefineMethodOverride(implementation, method);
    }

    private static MethodInfo SendMethodFor(Type returnType)
    {
        if (!returnType.IsGenericType)
        {
            return SendMethod(returnType == typeof(Task) ? "SendVoid" : "SendVoidValue");
        }

        var send = SendMethod(returnType.GetGenericTypeDefinition() == typeof(Task<>) ? "Send" : "SendValue");
        return send.MakeGenericMethod(returnType.GenericTypeArguments);
    }

    private static MethodInfo SendMethod(string name) => typeof(GrainProxy).GetMethod(name, InstanceMembers)!;

    private static void RequireSupported(MethodInfo method)
    {
        var returnType = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType;
        var isSupported = !method.IsStatic && !method.IsSpecialName && !method.IsGenericMethod
            && !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef)
            && (returnType == typeof(Task) || returnType == typeof(ValueTask)
                || returnType == typeof(Task<>) || returnType == typeof(ValueTask<>));
        if (!isSupported)
        {
            throw new NotSupportedException(
                $"{method.DeclaringType}.{method.Name} is not a grain method: it must return a Task or ValueTask, have no type"
                + " parameters and take its arguments by value.");
        }
    }

    private static void GrantAccess(AssemblyBuilder emitted, Type interfaceType, MethodInfo[] methods)
    {
        var attribute = typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;
        var assemblies = methods
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            .Append(interfaceType)
            .SelectMany(WithTypeArguments)
            .Select(type => type.Assembly)
            .Append(typeof(GrainProxy).Assembly)
            .Distinct();
        foreach (var assembly in assemblies)
        {
            emitted.SetCustomAttribute(new CustomAttributeBuilder(attribute, [assembly.GetName().Name!]));
        }
    }

    private static IEnumerable<Type> WithTypeArguments(Type type) =>
        type.GenericTypeArguments.SelectMany(WithTypeArguments).Append(type.GetElementType() ?? type);

    private static string DescriptionFieldName(int index) => $"Method{index}";
}
