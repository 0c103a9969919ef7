namespace Orleans.Runtime;

/// <summary>A timer of one activation. Disposing of it prevents further ticks.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets the time to the next tick and the time between ticks; infinite stands for never.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
