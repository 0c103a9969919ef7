using CmeOrleans.WebApi.Pages.Claiming;

namespace CmeOrleans.WebApi.Tests.Pages;

public sealed class CreditAmountTextTests
{
    [Theory]
    [InlineData("1.5", 150)]
    [InlineData("0.25", 25)]
    [InlineData("12", 1200)]
    [InlineData("-1", -100)]
    [InlineData("100000", 10_000_000)]
    public void Amounts_are_read_as_hundredths(string text, long hundredths)
    {
        Assert.True(CreditAmountText.TryParse(text, out var read));
        Assert.Equal(hundredths, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.255")]
    [InlineData("1,5")]
    [InlineData("1e2")]
    [InlineData("one")]
    [InlineData("100000.01")]
    [InlineData("0000000000001")]
    public void What_is_no_amount_is_not_read(string text) => Assert.False(CreditAmountText.TryParse(text, out _));
}
