using Orleans.Runtime;

namespace Orleans;

/// <summary>The identity of a grain, and references to it.</summary>
public static class GrainExtensions
{
    /// <summary>A reference through which calls to the grain go the regular way, as turns of their own.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) =>
        grain is TGrainInterface reference and GrainReference
            ? reference
            : (TGrainInterface)ReferenceOf(grain).Cast(typeof(TGrainInterface));

    public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain) => grain.AsReference<TGrainInterface>();

    public static object AsReference(this IAddressable grain, Type interfaceType) => ReferenceOf(grain).Cast(interfaceType);

    /// <exception cref="ArgumentException">The grain was not created by the runtime.</exception>
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.GrainId,
        _ => ContextOf(grain).GrainId,
    };

    public static string GetPrimaryKeyString(this IAddressable grain) => GetGrainId(grain).Key.ToString();

    public static Guid GetPrimaryKey(this IAddressable grain) => GetGrainId(grain).GetGuidKey();

    public static long GetPrimaryKeyLong(this IAddressable grain) => GetGrainId(grain).GetIntegerKey();

    private static GrainReference ReferenceOf(IAddressable grain) =>
        grain as GrainReference ?? ContextOf(grain).GrainReference;

    private static IGrainContext ContextOf(IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return (grain as IGrainBase)?.GrainContext
            ?? throw new ArgumentException("The grain has no identity, since it was not created by the runtime.", nameof(grain));
    }
}
