using System.Text.RegularExpressions;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Sources;

/// <summary>
/// Nothing is caught to go on as if it had not happened. Who catches every exception throws on, logs it, or hands it to
/// whoever waits; who catches one by name and does nothing says why.
/// </summary>
public sealed partial class CatchTests
{
    [Fact]
    public void Exceptions_are_not_swallowed() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src").SelectMany(Check));

    [Theory]
    [InlineData("try { } catch { }", 1)]
    [InlineData("try { } catch (Exception) { return; }", 1)]
    [InlineData("try { } catch (System.Exception exception) { answer = null; }", 1)]
    [InlineData("try { } catch (IOException) { }", 1)]
    [InlineData("try { } catch (IOException) { // The file is gone; that is what was wanted.\n }", 0)]
    [InlineData("try { } catch (IOException) when (File.Exists(path)) { Count++; }", 0)]
    [InlineData("try { } catch (Exception exception) when (exception is IOException) { Count++; }", 0)]
    [InlineData("try { } catch (Exception) { Undo(); throw; }", 0)]
    [InlineData("try { } catch (Exception exception) { LogFailed(exception); }", 0)]
    [InlineData("try { } catch (Exception exception) { _source.TrySetException(exception); }", 0)]
    public void Swallowed_exception_is_found(string text, int findings) =>
        Assert.Equal(findings, Check(new("src/A.cs", text)).Count());

    private static IEnumerable<string> Check(RepositoryFile file)
    {
        foreach (Match match in CatchClause().Matches(file.Code.Code))
        {
            var body = match.Groups["body"];
            var isAny = !match.Groups["type"].Success || AnyException().IsMatch(match.Groups["type"].Value);
            if (isAny && !match.Groups["filter"].Success && !Throw().IsMatch(body.Value) && !IsPassedOn(match.Groups["variable"].Value, body.Value))
            {
                yield return $"{file.At(match.Index)}: every exception is caught, and none is thrown on, logged or handed over.";
            }
            else if (string.IsNullOrWhiteSpace(body.Value) && string.IsNullOrWhiteSpace(file.Code.Comments[body.Index..(body.Index + body.Length)]))
            {
                yield return $"{file.At(match.Index)}: an exception is caught and dropped without a reason.";
            }
        }
    }

    /// <summary>Whether the exception is an argument of a call: a log, a waiting task, whoever ends the call.</summary>
    private static bool IsPassedOn(string variable, string body) =>
        variable.Length > 0 && Regex.IsMatch(body, $@"\w\([^;]*\b{variable}\b[^;]*\)");

    [GeneratedRegex(@"\bcatch\b\s*(\(\s*(?<type>[\w.<>]+)(\s+(?<variable>\w+))?\s*\)\s*)?(?<filter>when\s*\((?:[^()]|(?<open>\()|(?<-open>\)))*\)\s*)?\{(?<body>(?:[^{}]|(?<brace>\{)|(?<-brace>\}))*?(?(brace)(?!)))\}")]
    private static partial Regex CatchClause();

    [GeneratedRegex(@"^(System\.)?Exception$")]
    private static partial Regex AnyException();

    [GeneratedRegex(@"\bthrow\b")]
    private static partial Regex Throw();
}
