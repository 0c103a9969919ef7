using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Answers with a page.</summary>
internal static class PageAnswer
{
    /// <param name="model">What the page shows.</param>
    /// <param name="status">200, or 422 for a form that comes back with its errors, or what else went wrong.</param>
    public static IResult Show<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : ModelPage<TModel>
        where TModel : class =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { [nameof(ModelPage<>.Model)] = model }) { StatusCode = status };

    /// <summary>Goes on to another page with GET, after a form was taken.</summary>
    /// <param name="path">A path of ours, made from ids and constants.</param>
    public static IResult GoTo(string path) => new SeeOther(path);

    /// <summary>Sends the same form to another page of ours, body and all.</summary>
    public static IResult PassTo(string path) => TypedResults.LocalRedirect(path, permanent: false, preserveMethod: true);

    // 303, so that the next request is a GET whatever this one was; the framework's redirect would say 302.
    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
