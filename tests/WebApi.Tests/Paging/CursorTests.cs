using CmeOrleans.WebApi.Paging;

namespace CmeOrleans.WebApi.Tests.Paging;

public sealed class CursorTests
{
    private const string Binding = "/v1/courses?";

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("a b/ü")]
    public void Cursor_gives_back_its_position(string position)
    {
        Assert.True(Cursor.TryParse(Cursor.Format(Binding, position), Binding, out var read));
        Assert.Equal(position, read);
    }

    [Fact]
    public void Cursor_of_another_list_is_refused() =>
        Assert.False(Cursor.TryParse(Cursor.Format(Binding, "42"), "/v1/courses?providerId=x", out _));

    [Fact]
    public void Changed_cursor_is_refused_wherever_it_was_changed()
    {
        var cursor = Cursor.Format(Binding, "42");
        for (var index = 0; index < cursor.Length; index++)
        {
            var changed = cursor[..index] + (cursor[index] == 'A' ? 'B' : 'A') + cursor[(index + 1)..];

            Assert.False(Cursor.TryParse(changed, Binding, out _), changed);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public void Text_that_is_no_cursor_is_refused(string text) => Assert.False(Cursor.TryParse(text, Binding, out _));
}
