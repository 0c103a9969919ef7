namespace Orleans.Runtime;

/// <summary>Something to run as a turn of an activation, besides tasks.</summary>
internal interface ITurn
{
    /// <summary>Must not throw: there is nobody to catch.</summary>
    void Run();
}
