using System.Collections.Immutable;

namespace CmeOrleans.Tidy.Tests.Rooms;

/// <summary>A project below <c>src</c> and what it may know.</summary>
/// <param name="Name">The folder and the project.</param>
/// <param name="References">Projects that its project file may name.</param>
/// <param name="Knows">Rooms whose namespaces its code may use.</param>
internal sealed record Room(string Name, ImmutableHashSet<string> References, ImmutableHashSet<string> Knows)
{
    private static readonly ImmutableArray<Room> All =
    [
        new("Domain", [], []),
        new("Orleans.InProcess", [], []),
        new("Grains.Interfaces", ["Orleans.InProcess"], []),
        new("Grains", ["Domain", "Grains.Interfaces"], ["Domain", "Grains.Interfaces"]),
        new("Storage", ["Domain", "Grains"], ["Domain", "Grains"]),
        new("Certificates", ["Domain", "Grains"], ["Domain", "Grains"]),
        new("BoardReporting", ["Domain", "Grains"], ["Domain", "Grains"]),
        new(
            "Silo",
            ["Domain", "Orleans.InProcess", "Grains.Interfaces", "Grains", "Storage", "Certificates", "BoardReporting"],
            ["Domain", "Grains.Interfaces", "Grains", "Storage", "Certificates", "BoardReporting"]),
        new("WebApi", ["Grains.Interfaces", "Silo"], ["Grains.Interfaces", "Silo"]),
    ];

    public static Room? Find(string name) => All.FirstOrDefault(room => room.Name == name);

    /// <summary>The room that a file below <c>src</c> lies in.</summary>
    public static string NameOf(string path) => path.Split('/')[1];

    /// <summary>The room that a namespace belongs to, such as <c>Grains.Interfaces</c>; <see langword="null"/> if to none.</summary>
    public static string? NameOfNamespace(string name) =>
        All.Where(room => name == $"CmeOrleans.{room.Name}" || name.StartsWith($"CmeOrleans.{room.Name}.", StringComparison.Ordinal))
            .MaxBy(room => room.Name.Length)?.Name;
}
