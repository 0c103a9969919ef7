using System.Text;

namespace CmeOrleans.WebApi.Json;

/// <summary>Turns the serializer's paths, such as <c>$.lines[2].amount</c>, into JSON pointers (RFC 6901).</summary>
internal static class JsonPath
{
    public static string ToPointer(string? path)
    {
        if (path is null || !path.StartsWith('$'))
        {
            return "";
        }

        var pointer = new StringBuilder(path.Length);
        var position = 1;
        while (position < path.Length)
        {
            var (start, end, next) = NextSegment(path, position);
            pointer.Append('/').Append(path[start..end].Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            position = next;
        }

        return pointer.ToString();
    }

    private static (int Start, int End, int Next) NextSegment(string path, int position)
    {
        if (path.AsSpan(position).StartsWith("['"))
        {
            var close = IndexOrEnd(path, path.IndexOf("']", position, StringComparison.Ordinal));
            return (position + 2, close, Math.Min(path.Length, close + 2));
        }

        if (path[position] == '[')
        {
            var close = IndexOrEnd(path, path.IndexOf(']', position));
            return (position + 1, close, Math.Min(path.Length, close + 1));
        }

        var start = path[position] == '.' ? position + 1 : position;
        var end = IndexOrEnd(path, path.AsSpan(start).IndexOfAny('.', '[') is var offset and >= 0 ? start + offset : -1);
        return (start, end, Math.Max(end, position + 1));
    }

    private static int IndexOrEnd(string path, int index) => index < 0 ? path.Length : index;
}
