using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;

namespace Orleans.Runtime;

/// <summary>Emits the class of the calls of one grain method: a field per argument, and the call itself.</summary>
internal static class CallEmitter
{
    private const BindingFlags InstanceMembers = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    public static EmittedCall Emit(ModuleBuilder module, MethodInfo method, int index)
    {
        var resultType = method.ReturnType.IsGenericType ? method.ReturnType.GenericTypeArguments[0] : null;
        var baseType = resultType is null ? typeof(VoidTaskCall) : typeof(TaskCall<>).MakeGenericType(resultType);
        var call = module.DefineType($"{method.Name}Call{index}", TypeAttributes.Public | TypeAttributes.Sealed, baseType);
        var fields = method.GetParameters()
            .Select((parameter, position) => call.DefineField(
                position.ToString(CultureInfo.InvariantCulture), parameter.ParameterType, FieldAttributes.Public))
            .ToList();
        var constructor = call.DefineDefaultConstructor(MethodAttributes.Public);
        DefineInvoke(call, baseType, method, fields);
        if (fields.Find(field => field.FieldType == typeof(CancellationToken)) is { } token)
        {
            DefineCancellationToken(call, baseType, token);
        }

        call.CreateType();
        return new(constructor, fields);
    }

    private static void DefineInvoke(TypeBuilder call, Type baseType, MethodInfo method, List<FieldBuilder> fields)
    {
        var invoke = baseType.GetMethod("Invoke", InstanceMembers)!;
        var il = call.DefineMethod(
            "Invoke", MethodAttributes.Family | MethodAttributes.Virtual | MethodAttributes.HideBySig, invoke.ReturnType, [typeof(object)])
            .GetILGenerator();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Castclass, method.DeclaringType!);
        foreach (var field in fields)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, field);
        }

        il.Emit(OpCodes.Callvirt, method);
        if (method.ReturnType.IsValueType)
        {
            var valueTask = il.DeclareLocal(method.ReturnType);
            il.Emit(OpCodes.Stloc, valueTask);
            il.Emit(OpCodes.Ldloca, valueTask);
            il.Emit(OpCodes.Call, method.ReturnType.GetMethod("AsTask")!);
        }

        il.Emit(OpCodes.Ret);
    }

    private static void DefineCancellationToken(TypeBuilder call, Type baseType, FieldBuilder token)
    {
        var getter = baseType.GetProperty("CancellationToken")!.GetMethod!;
        var il = call.DefineMethod(
            getter.Name,
            MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig | MethodAttributes.SpecialName,
            typeof(CancellationToken),
            Type.EmptyTypes).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, token);
        il.Emit(OpCodes.Ret);
    }
}
