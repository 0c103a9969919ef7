namespace CmeOrleans.Tidy.Tests.Repository;

/// <summary>Fails a test with everything that a rule found, one line each.</summary>
internal static class Findings
{
    public static void RequireNone(IEnumerable<string> findings)
    {
        var lines = findings.ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
    }
}
