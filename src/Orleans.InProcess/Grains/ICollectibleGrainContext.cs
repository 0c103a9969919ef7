namespace Orleans.Runtime;

/// <summary>The part of an activation that idle collection deals with.</summary>
internal interface ICollectibleGrainContext : IGrainContext
{
    void DelayDeactivation(TimeSpan timeSpan);
}
