namespace CmeOrleans.Silo.Telemetry;

/// <summary>Names and texts of OpenTelemetry in the alphabet of Prometheus.</summary>
internal static class PrometheusName
{
    public static string OfMetric(string name, string unit, string kind)
    {
        var result = OfLabel(name);
        var suffix = Suffix(unit, kind);
        if (suffix.Length > 0 && !result.EndsWith(suffix, StringComparison.Ordinal))
        {
            result += suffix;
        }

        return kind == "counter" && !result.EndsWith("_total", StringComparison.Ordinal) ? result + "_total" : result;
    }

    public static string OfLabel(string name)
    {
        var result = string.Create(name.Length, name, static (target, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                target[index] = char.IsAsciiLetterOrDigit(source[index]) ? source[index] : '_';
            }
        });
        return result.Length == 0 || char.IsAsciiDigit(result[0]) ? "_" + result : result;
    }

    public static string EscapeLabel(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    public static string EscapeHelp(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // Units in braces count things; the name says which.
    private static string Suffix(string unit, string kind) => unit switch
    {
        null or "" => "",
        "s" => "_seconds",
        "ms" => "_milliseconds",
        "By" => "_bytes",
        "%" => "_percent",
        "1" => kind == "gauge" ? "_ratio" : "",
        ['{', ..] => "",
        _ => "_" + OfLabel(unit),
    };
}
