namespace CmeOrleans.WebApi.Auth;

/// <summary>What a caller is. The numbers are kept out of the wire; <see cref="CallerRoleNames"/> has the names.</summary>
internal enum CallerRole
{
    None = 0,
    Operator = 1,
    Provider = 2,
    Institution = 3,
    Learner = 4,
}
