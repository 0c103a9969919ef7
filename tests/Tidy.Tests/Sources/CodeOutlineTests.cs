namespace CmeOrleans.Tidy.Tests.Sources;

public sealed class CodeOutlineTests
{
    private const string Sample = """
        using System;

        namespace Sample.Things;

        public sealed record Thing<T>(int Number = default(int)) : Other(new() { A = 1 })
            where T : class
        {
            private static readonly int[] Numbers = new[]
            {
                1,
            };

            public int Height { get; } = new() { };

            public static async Task<TEvent> FoldAsync<TEvent>([Odd(Name = "x")] int first = 1)
                where TEvent : class
            {
                if (first > 1)
                {
                    for (;;) { }
                }
            }

            public static bool operator ==(Thing left, Thing right)
            {
                return true;
            }

            private enum Inner { One, Two }
        }

        internal interface IThing;

        public readonly record struct Small(int Value);
        """;

    private readonly CodeOutline _outline = CodeReader.Read(Sample).Outline;

    [Fact]
    public void Types_are_found_with_what_is_said_of_them() =>
        Assert.Equal(
            ["enum Inner", "public record Thing top", "interface IThing top", "public record Small top"],
            _outline.Types.Select(type => $"{(type.IsPublic ? "public " : "")}{type.Kind} {type.Name}{(type.IsAtTop ? " top" : "")}"));

    [Fact]
    public void Members_are_measured_and_data_is_not() =>
        Assert.Equal(
            ["Height 1", "FoldAsync<TEvent> 6", "== 3"], _outline.Members.Select(member => $"{member.Name} {member.Lines}"));
}
