using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>A stream of a provider.</summary>
internal readonly record struct StreamKey(string ProviderName, StreamId StreamId);
