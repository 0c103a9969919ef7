using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CmeOrleans.Tidy.Tests.Sources;

/// <summary>The types of a file and the members that have a body in braces, found by counting braces.</summary>
internal sealed partial class CodeOutline
{
    private readonly string _code;
    private readonly Stack<Block> _open = new();
    private readonly ImmutableArray<OutlinedType>.Builder _types = ImmutableArray.CreateBuilder<OutlinedType>();
    private readonly ImmutableArray<OutlinedMember>.Builder _members = ImmutableArray.CreateBuilder<OutlinedMember>();
    private int _headerStart;
    private int _nesting;

    private CodeOutline(string code) => _code = code;

    private enum BlockKind
    {
        Namespace,
        Type,
        Member,
        Other,
    }

    public ImmutableArray<OutlinedType> Types { get; private set; } = [];

    public ImmutableArray<OutlinedMember> Members { get; private set; } = [];

    private bool IsAmongTypes => _open.Count == 0 || _open.Peek().Kind is BlockKind.Namespace or BlockKind.Type;

    private bool IsAtTop => _open.Count == 0 || _open.Peek().Kind is BlockKind.Namespace;

    /// <param name="code">Code without comments and strings.</param>
    public static CodeOutline Of(string code)
    {
        var outline = new CodeOutline(code);
        for (var position = 0; position < code.Length; position++)
        {
            outline.Read(position);
        }

        (outline.Types, outline.Members) = (outline._types.ToImmutable(), outline._members.ToImmutable());
        return outline;
    }

    private void Read(int position)
    {
        switch (_code[position])
        {
            case '(' or '[':
                _nesting++;
                break;
            case ')' or ']':
                _nesting--;
                break;
            case '{':
                Open(position);
                break;
            case '}' when _open.Count > 0:
                Close(position);
                break;
            case ';' when _nesting == 0 && IsAmongTypes:
                AddType(Header(position), position, isBlock: false);
                _headerStart = position + 1;
                break;
            default:
                break;
        }
    }

    private void Open(int position)
    {
        var header = Header(position);
        var kind = !IsAmongTypes || _nesting > 0 ? BlockKind.Other
            : NamespaceHeader().IsMatch(header) ? BlockKind.Namespace
            : TypeHeader().IsMatch(header) ? BlockKind.Type
            : IsInitializer(header) ? BlockKind.Other
            : BlockKind.Member;
        _open.Push(new(kind, header, position, _headerStart, _nesting));
        _headerStart = position + 1;
        _nesting = 0;
    }

    private void Close(int position)
    {
        var block = _open.Pop();
        _nesting = block.NestingOutside;
        switch (block.Kind)
        {
            case BlockKind.Type:
                AddType(block.Header, position, isBlock: true, block.HeaderStart);
                break;
            case BlockKind.Member:
                _members.Add(new(Name(block.Header), block.Start, LinesBetween(block.Start, position)));
                break;
            case BlockKind.Namespace or BlockKind.Other:
            default:
                break;
        }

        // What stands in parentheses is part of a header that goes on.
        _headerStart = block.NestingOutside > 0 ? block.HeaderStart : position + 1;
    }

    private void AddType(string header, int end, bool isBlock, int? headerStart = null)
    {
        if (TypeHeader().Match(header) is not { Success: true } match)
        {
            return;
        }

        var start = (headerStart ?? _headerStart) + match.Index;
        _types.Add(new(
            match.Groups["name"].Value,
            match.Groups["kind"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0],
            PublicWord().IsMatch(header[..match.Index]),
            IsAtTop,
            start,
            isBlock ? LinesBetween(start, end) : 1));
    }

    private string Header(int end) => _code[_headerStart..end];

    private int LinesBetween(int start, int end) => 1 + _code.AsSpan(start, end - start).Count('\n');

    private static string Name(string header)
    {
        var parts = header.Split('(')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? "?" : parts[^1];
    }

    /// <summary>Data behind a field or a property is as long as it needs to be.</summary>
    private static bool IsInitializer(string header)
    {
        var bare = header;
        for (var previous = ""; previous != bare;)
        {
            previous = bare;
            bare = Parentheses().Replace(bare, "");
        }

        return Assignment().IsMatch(bare);
    }

    [GeneratedRegex(@"(^|\s)(?<kind>class|struct|interface|enum|record(\s+(class|struct))?)\s+(?!where\b)(?<name>[A-Za-z_]\w*)")]
    private static partial Regex TypeHeader();

    [GeneratedRegex(@"(^|\s)namespace\s")]
    private static partial Regex NamespaceHeader();

    [GeneratedRegex(@"\bpublic\b")]
    private static partial Regex PublicWord();

    [GeneratedRegex(@"(?<![=<>!+\-*/%&|^])=(?![=>])(?<!operator.*)")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]")]
    private static partial Regex Parentheses();

    private sealed record Block(BlockKind Kind, string Header, int Start, int HeaderStart, int NestingOutside);
}
