namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>A node that a test may make refuse everybody, which it does until it ends.</summary>
public sealed class RefusingNode : TestNode;
