using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces.Courses;

namespace CmeOrleans.Grains.Courses;

/// <inheritdoc cref="ICourseVersionGrain"/>
/// <remarks>What is kept never changes, so what is in memory is right however old it is.</remarks>
public sealed class CourseVersionGrain(
    [PersistentState(EntityStates.CourseVersion)] IPersistentState<CourseVersionState> state) : Grain, ICourseVersionGrain
{
    private readonly Entity<CourseVersionState> _entity = new(state, StateWatch.None);

    public Task KeepAsync(CourseDefinition definition) =>
        _entity.WriteAsync(ifMatch: null, current => current ?? new() { Definition = definition });

    public async Task<CourseDefinition?> GetAsync() => (_entity.Value ?? await _entity.ReadAsync())?.Definition;
}
