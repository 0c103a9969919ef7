using System.Text;
using CmeOrleans.WebApi.Pages.Transcripts;

namespace CmeOrleans.WebApi.Tests.Pages;

public sealed class TranscriptCsvTests
{
    [Theory]
    [InlineData("Pediatrics", "Pediatrics")]
    [InlineData("Fever, in short", "\"Fever, in short\"")]
    [InlineData("The \"first\" hour", "\"The \"\"first\"\" hour\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@home, now", "\"'@home, now\"")]
    public void Cells_are_quoted_and_are_no_formulas(string title, string cell)
    {
        var line = new TranscriptLine(new(2026, 3, 9), title, "Asthma", "AMA_PRA_1", "AMA PRA Category 1", IsAwarded: true, new(2026, 4, 1), 125, "clm_1");

        var text = Encoding.UTF8.GetString(TranscriptCsv.Write([line]).AsSpan(Encoding.UTF8.Preamble.Length));

        Assert.Equal($"2026-03-09,{cell},Asthma,AMA PRA Category 1,participation,2026-04-01,1.25,clm_1", text.Split("\r\n")[1]);
    }
}
