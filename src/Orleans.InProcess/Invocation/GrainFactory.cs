namespace Orleans.Runtime;

/// <inheritdoc cref="IGrainFactory"/>
internal sealed class GrainFactory(GrainClassMap classes, GrainDispatcher dispatcher, IServiceProvider serviceProvider) : IClusterClient
{
    public IServiceProvider ServiceProvider => serviceProvider;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey =>
        Create<TGrainInterface>(GrainIdKeyExtensions.CreateGuidKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        Create<TGrainInterface>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Create<TGrainInterface>(IdSpan.Create(primaryKey), grainClassNamePrefix);
    }

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) =>
        (IGrain)Create(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey), null);

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) =>
        (IGrain)Create(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey), null);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(grainPrimaryKey);
        return (IGrain)Create(grainInterfaceType, IdSpan.Create(grainPrimaryKey), null);
    }

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable =>
        (TGrainInterface)dispatcher.CreateReference(typeof(TGrainInterface), grainId);

    private TGrainInterface Create<TGrainInterface>(IdSpan key, string? classNamePrefix) =>
        (TGrainInterface)Create(typeof(TGrainInterface), key, classNamePrefix);

    private object Create(Type interfaceType, IdSpan key, string? classNamePrefix) =>
        dispatcher.CreateReference(interfaceType, GrainId.Create(classes.FindByInterface(interfaceType, classNamePrefix).GrainType, key));
}
