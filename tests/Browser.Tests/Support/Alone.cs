namespace CmeOrleans.Browser.Tests.Support;

/// <summary>Tests that watch the clock: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
