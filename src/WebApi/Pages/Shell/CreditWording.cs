namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>How a credit type is written.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Singular">One of it, as its owner wants it written; asterisks enclose what stands in italics.</param>
/// <param name="Plural">Any other amount of it, written likewise.</param>
public sealed record CreditWording(string Name, string Singular, string Plural)
{
    private const long OneHundredths = 100;

    /// <summary>The words that follow an amount, in parts: upright at even positions, italic between them.</summary>
    public IReadOnlyList<string> PartsFor(long hundredths) => (hundredths == OneHundredths ? Singular : Plural).Split('*');
}
