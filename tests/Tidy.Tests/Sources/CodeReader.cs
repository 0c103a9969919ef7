namespace CmeOrleans.Tidy.Tests.Sources;

/// <summary>Tells code, strings and comments of C# apart: regular, verbatim, raw and interpolated strings, nested as they may be.</summary>
internal sealed class CodeReader
{
    private const int RawQuotesMin = 3;
    private const int CharLiteralLengthMax = 12;

    private readonly string _text;
    private readonly char[] _code;
    private readonly char[] _codeAndStrings;
    private readonly char[] _comments;
    private int _position;

    private CodeReader(string text)
    {
        _text = text;
        _code = text.ToCharArray();
        _codeAndStrings = text.ToCharArray();
        _comments = [.. text.Select(letter => letter is '\n' or '\r' ? letter : ' ')];
    }

    public static CodeText Read(string text)
    {
        var reader = new CodeReader(text);
        reader.ReadCode(isHole: false);
        return new(new(reader._code), new(reader._codeAndStrings), new(reader._comments));
    }

    /// <summary>Reads to the end of the text, or to the brace that closes the hole of an interpolated string.</summary>
    private void ReadCode(bool isHole)
    {
        var depth = 0;
        while (_position < _text.Length)
        {
            if (Starts("//"))
            {
                ReadComment(EndOf("\n", includesMark: false));
            }
            else if (Starts("/*"))
            {
                ReadComment(EndOf("*/", includesMark: true));
            }
            else if (IsStringStart())
            {
                ReadString();
            }
            else if (_text[_position] == '\'')
            {
                ReadChar();
            }
            else if (isHole && _text[_position] == '}' && depth == 0)
            {
                return;
            }
            else
            {
                depth += _text[_position] switch { '{' => 1, '}' => -1, _ => 0 };
                _position++;
            }
        }
    }

    private void ReadComment(int end)
    {
        for (; _position < end; _position++)
        {
            if (_text[_position] is not ('\n' or '\r'))
            {
                _comments[_position] = _text[_position];
                _code[_position] = _codeAndStrings[_position] = ' ';
            }
        }
    }

    private void ReadChar()
    {
        var end = _position + 1;
        while (end < _text.Length && end - _position <= CharLiteralLengthMax && _text[end] is not ('\'' or '\n'))
        {
            end += _text[end] == '\\' ? 2 : 1;
        }

        // An apostrophe that opens nothing, as after #error, is code.
        var isLiteral = end < _text.Length && _text[end] == '\'';
        BlankString(isLiteral ? end + 1 - _position : 0);
        _position += isLiteral ? 0 : 1;
    }

    private bool IsStringStart()
    {
        var at = _position;
        while (at < _text.Length && _text[at] is '$' or '@')
        {
            at++;
        }

        return at < _text.Length && _text[at] == '"';
    }

    private void ReadString()
    {
        var dollars = 0;
        var isVerbatim = false;
        for (; _text[_position] != '"'; _position++)
        {
            dollars += _text[_position] == '$' ? 1 : 0;
            isVerbatim |= _text[_position] == '@';
        }

        var quotes = isVerbatim ? 1 : RunOf('"');
        if (quotes == 2)
        {
            BlankString(2);
            return;
        }

        BlankString(quotes);
        while (_position < _text.Length && !TryEndString(quotes, isVerbatim))
        {
            ReadStringPart(dollars, isVerbatim, isRaw: quotes >= RawQuotesMin);
        }
    }

    private bool TryEndString(int quotes, bool isVerbatim)
    {
        var run = RunOf('"');
        if (run < quotes)
        {
            return false;
        }

        if (isVerbatim && run > 1)
        {
            BlankString(run - (run % 2));
            return run % 2 == 1 && TryEndString(quotes, isVerbatim);
        }

        BlankString(quotes >= RawQuotesMin ? run : 1);
        return true;
    }

    private void ReadStringPart(int dollars, bool isVerbatim, bool isRaw)
    {
        var braces = RunOf('{');
        var bracesOfHole = isRaw ? dollars : 1;
        var opensHole = dollars > 0 && (isRaw ? braces >= dollars : braces % 2 == 1);
        if (opensHole)
        {
            BlankString(braces);
            ReadCode(isHole: true);
            BlankString(Math.Min(bracesOfHole, RunOf('}')));
        }
        else if (braces > 0)
        {
            BlankString(braces);
        }
        else
        {
            BlankString(_text[_position] == '\\' && !isVerbatim && !isRaw ? 2 : 1);
        }
    }

    private void BlankString(int length)
    {
        for (var end = Math.Min(_position + length, _text.Length); _position < end; _position++)
        {
            if (_text[_position] is not ('\n' or '\r'))
            {
                _code[_position] = ' ';
            }
        }
    }

    private int RunOf(char letter)
    {
        var end = _position;
        while (end < _text.Length && _text[end] == letter)
        {
            end++;
        }

        return end - _position;
    }

    private bool Starts(string mark) => string.CompareOrdinal(_text, _position, mark, 0, mark.Length) == 0;

    private int EndOf(string mark, bool includesMark)
    {
        var found = _text.IndexOf(mark, _position + 2 - (mark == "\n" ? 1 : 0), StringComparison.Ordinal);
        return found < 0 ? _text.Length : found + (includesMark ? mark.Length : 0);
    }
}
