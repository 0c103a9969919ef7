namespace CmeOrleans.WebApi.OpenApi;

/// <summary>Marks an endpoint whose 201 says in Location where what it made can be read.</summary>
internal sealed class LocatedAnswer
{
    public static LocatedAnswer Instance { get; } = new();
}
