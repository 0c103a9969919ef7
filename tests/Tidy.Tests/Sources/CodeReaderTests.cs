namespace CmeOrleans.Tidy.Tests.Sources;

/// <summary>All rules about code stand on this reader: what it takes for a string, no rule sees.</summary>
public sealed class CodeReaderTests
{
    [Theory]
    [InlineData("a(\"// no {comment}\"); b();", "a(                 ); b();")]
    [InlineData("a(@\"c:\\\"); b();", "a(@     ); b();")]
    [InlineData("a(@\"say \"\"{\"\"\"); b();", "a(@           ); b();")]
    [InlineData("a(\"\\\"{\"); b();", "a(     ); b();")]
    [InlineData("a(\"\", 'x', '\\'', '{'); b();", "a(  ,    ,     ,    ); b();")]
    [InlineData("a(\"\"\"say \"{\" \"\"\"); b();", "a(              ); b();")]
    [InlineData("a($\"{c[\"d\"]} {{e}}\"); b();", "a($  c[   ]        ); b();")]
    [InlineData("a($$\"\"\"{e} {{c}}\"\"\"); b();", "a($$         c     ); b();")]
    [InlineData("a(); // it's {\nb();", "a();          \nb();")]
    [InlineData("a(/* \" */); b();", "a(       ); b();")]
    public void Strings_and_comments_are_blank_and_code_stays(string text, string code) =>
        Assert.Equal(code, CodeReader.Read(text).Code);

    [Fact]
    public void Comments_and_strings_can_be_asked_for()
    {
        var text = CodeReader.Read("a(\"b // c\"); // d");

        Assert.Equal("a(\"b // c\");     ", text.CodeAndStrings);
        Assert.Equal("// d", text.Comments.Trim());
    }
}
