namespace Orleans;

/// <summary>What a storage provider fills and reads.</summary>
public interface IGrainState<T>
{
    T? State { get; set; }

    string? ETag { get; set; }

    bool RecordExists { get; set; }
}
