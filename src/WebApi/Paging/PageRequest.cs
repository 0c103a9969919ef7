using System.Globalization;
using System.Text;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Paging;

/// <summary>Which page of a list is asked for.</summary>
internal sealed class PageRequest
{
    public const int LimitDefault = 50;
    public const int LimitMax = 200;

    private readonly HttpContext _context;
    private readonly string _binding;

    private PageRequest(HttpContext context, int limit, string binding, string? after)
    {
        _context = context;
        _binding = binding;
        Limit = limit;
        After = after;
    }

    /// <summary>1 to <see cref="LimitMax"/>.</summary>
    public int Limit { get; }

    /// <summary>The position after which to go on, or none for the first page.</summary>
    public string? After { get; }

    /// <exception cref="ProblemException">The limit is no positive number, or the cursor is not one of this list.</exception>
    public static PageRequest Read(HttpContext context)
    {
        var query = context.Request.Query;
        var limit = query.TryGetValue(QueryParameter.LimitName, out var limitText) ? ParseLimit(limitText.ToString()) : LimitDefault;
        var binding = BindingOf(context.Request);
        string? after = null;
        if (query.TryGetValue(QueryParameter.CursorName, out var cursor) && !Cursor.TryParse(cursor.ToString(), binding, out after))
        {
            throw InvalidCursor();
        }

        return new(context, limit, binding, after);
    }

    /// <summary>The position as a number, for lists that are numbered; zero for the first page.</summary>
    /// <exception cref="ProblemException">The cursor does not hold a number.</exception>
    public long AfterNumber() =>
        After is null ? 0
        : long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw InvalidCursor();

    /// <summary>The cursor of the page after this one, which goes into the body; sets the Link header too.</summary>
    /// <param name="next">The position at which this page ended, or none if it is the last.</param>
    public string? Finish(string? next)
    {
        if (next is null)
        {
            return null;
        }

        var cursor = Cursor.Format(_binding, next);
        _context.Response.Headers.Link = $"<{AddressWith(cursor)}>; rel=\"next\"";
        return cursor;
    }

    // Relative, so that no Host header finds its way into a link.
    private string AddressWith(string cursor)
    {
        var address = new StringBuilder(_context.Request.Path.ToUriComponent()).Append('?');
        foreach (var (name, values) in _context.Request.Query)
        {
            if (name != QueryParameter.CursorName)
            {
                address.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(values.ToString())).Append('&');
            }
        }

        return address.Append(QueryParameter.CursorName).Append('=').Append(cursor).ToString();
    }

    private static string BindingOf(HttpRequest request)
    {
        var filters = request.Query
            .Where(parameter => parameter.Key is not (QueryParameter.LimitName or QueryParameter.CursorName))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value.ToString())}");
        return $"{request.Path.Value}?{string.Join('&', filters)}";
    }

    private static int ParseLimit(string text)
    {
        // Whatever its length: what is larger than the largest counts as that.
        if (text.Length == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '9') || !text.AsSpan().ContainsAnyExcept('0'))
        {
            throw new ProblemException(Problem.InvalidRequest("#limit", "not-a-limit", $"A limit is a whole number from 1; more than {LimitMax} counts as {LimitMax}."));
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? Math.Min(limit, LimitMax) : LimitMax;
    }

    public static ProblemException InvalidCursor() =>
        new(new(ProblemTypes.InvalidCursor, ProblemTypes.InvalidCursor.Explanation));
}
