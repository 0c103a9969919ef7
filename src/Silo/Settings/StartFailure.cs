using System.Collections.Immutable;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;
using CmeOrleans.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Settings;

/// <summary>Puts what stopped the start into lines for whoever set the node up.</summary>
public static partial class StartFailure
{
    /// <summary>
    /// One line for each thing that is wrong with the configuration or the surroundings, such as
    /// <c>Setting RateLimits:LearnerPerSecond: must be between 1 and 100000.</c> Empty when it is neither: then it is a fault of
    /// the product, which keeps its stack trace.
    /// </summary>
    public static ImmutableArray<string> Describe(Exception exception) => exception switch
    {
        AggregateException several => [.. several.InnerExceptions.SelectMany(inner => Describe(inner))],
        SettingException setting => [setting.Message],
        StorageStartException storage => [storage.Message],
        OptionsValidationException invalid => [.. invalid.Failures.Select(failure => DescribeInvalid(invalid.OptionsType, failure))],
        InvalidOperationException unreadable when UnreadableValue().Match(unreadable.Message) is { Success: true } match =>
            [DescribeUnreadable(match)],
        IOException { InnerException: AddressInUseException } => ["Setting ASPNETCORE_URLS: the address is in use by another process."],
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } =>
            ["Setting ASPNETCORE_URLS: this process may not listen at the address, or the machine does not have it."],
        _ => [],
    };

    // The generated validators write "Member: text"; the text may name the section again.
    private static string DescribeInvalid(Type optionsType, string failure)
    {
        var sectionName = optionsType.GetField("SectionName", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string;
        var colon = failure.IndexOf(": ", StringComparison.Ordinal);
        if (sectionName is null || colon < 0)
        {
            return $"Setting {failure}";
        }

        var name = sectionName.Length == 0 ? failure[..colon] : $"{sectionName}:{failure[..colon]}";
        var text = failure[(colon + 2)..];
        return $"Setting {name}: {RestatedName().Replace(text, "")}";
    }

    private static string DescribeUnreadable(Match match)
    {
        var typeName = match.Groups["type"].Value;
        var type = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(typeName))
            .FirstOrDefault(found => found is not null);
        var expected = type switch
        {
            { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type))}",
            not null when type == typeof(bool) => "true or false",
            _ => "a number within its range",
        };
        return $"Setting {match.Groups["path"].Value}: must be {expected}.";
    }

    // The text of the configuration binder, which gives the path of the setting nowhere else.
    [GeneratedRegex("^Failed to convert configuration value( '.*')? at '(?<path>[^']+)' to type '(?<type>[^']+)'")]
    private static partial Regex UnreadableValue();

    [GeneratedRegex("^(The field \\S+ |[A-Za-z]+:[A-Za-z]+ )")]
    private static partial Regex RestatedName();
}
