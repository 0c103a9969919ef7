using System.ComponentModel.DataAnnotations;
using CmeOrleans.Grains.Interfaces.Support;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Support;

/// <summary>A request for help as it is sent.</summary>
internal sealed record SupportRequestBody(
    [property: Required] string? Name, [property: Required] string? Email, [property: Required] string? Topic, [property: Required] string? Message)
{
    /// <exception cref="Problems.ProblemException">A field is missing.</exception>
    public SupportRequest ToRequest(Caller caller, string key)
    {
        var errors = new RequestErrors();
        var request = new SupportRequest
        {
            Scope = SupportScopes.Of(caller),
            Key = key,
            Name = errors.Required(Name, "/name"),
            Email = errors.Required(Email, "/email"),
            Topic = errors.Required(Topic, "/topic"),
            Message = errors.Required(Message, "/message"),
            LearnerId = SupportScopes.LearnerOf(caller),
        };
        errors.ThrowIfAny();
        return request;
    }
}
