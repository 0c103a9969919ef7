using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace CmeOrleans.WebApi.Json;

/// <summary>201 with what was made, written in one piece with its length before it.</summary>
/// <remarks>
/// The framework's own answer looks up loggers and options at every request and sends chunks. That is told from the rest where
/// commands are made by the thousand, which all answer 201.
/// </remarks>
internal sealed class CreatedAnswer<T>(string? location, T body) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status201Created;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status201Created;
        if (location is not null)
        {
            response.Headers.Location = location;
        }

        return ApiJson.WriteAsync(httpContext, body);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}

/// <summary>Makes <see cref="CreatedAnswer{T}"/> of what was made.</summary>
internal static class CreatedAnswer
{
    /// <param name="location">The address of what was made; none where it has no address of its own.</param>
    /// <param name="body">What was made.</param>
    public static CreatedAnswer<T> Of<T>(string? location, T body) => new(location, body);
}
