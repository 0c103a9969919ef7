using Orleans.Runtime;

namespace Orleans;

/// <summary>The root of all grain interfaces. Inherit from one of the interfaces that name a kind of key.</summary>
public interface IGrain : IAddressable;
