using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Tests;

/// <summary>A check that cannot fail proves nothing: each rule is broken once, and each breach must be named.</summary>
public sealed class ContractWalkTests
{
    [Alias("good")]
    private interface IGood : IGrainWithStringKey
    {
        [Alias("do")]
        Task<Good> DoAsync(Good argument, ImmutableArray<Good> many, int? number, CancellationToken cancellationToken);
    }

    private interface IUnnamed : IGrainWithStringKey
    {
        Task DoAsync();
    }

    [Alias("same-method-alias")]
    private interface ISameMethodAlias : IGrainWithStringKey
    {
        [Alias("do")]
        Task DoAsync();

        [Alias("do")]
        Task UndoAsync();
    }

    [Alias("takes")]
    private interface ITakes<T> : IGrainWithStringKey
    {
        [Alias("do")]
        Task DoAsync(T argument);
    }

    [Fact]
    public void Good_contract_passes() => Assert.Empty(ViolationsOf(typeof(IGood)));

    [Fact]
    public void Good_generic_message_passes() => Assert.Empty(ViolationsOf(typeof(ITakes<GoodGeneric<int>>)));

    [Fact]
    public void Interface_and_method_need_an_alias() =>
        Assert.Equal(["IUnnamed has no [Alias].", "IUnnamed.DoAsync has no [Alias]."], ViolationsOf(typeof(IUnnamed)));

    [Fact]
    public void Two_methods_must_not_share_an_alias() =>
        Assert.Equal(["ISameMethodAlias.UndoAsync has the alias of another method."], ViolationsOf(typeof(ISameMethodAlias)));

    [Theory]
    [InlineData(typeof(ITakes<int[]>), "neither known to be immutable")]
    [InlineData(typeof(ITakes<IReadOnlyList<int>>), "neither known to be immutable")]
    [InlineData(typeof(ITakes<object>), "neither known to be immutable")]
    [InlineData(typeof(ITakes<Unmarked>), "neither known to be immutable")]
    [InlineData(typeof(ITakes<ImmutableArray<int[]>>), "neither known to be immutable")]
    [InlineData(typeof(ITakes<HoldsArray>), "neither known to be immutable")]
    [InlineData(typeof(ITakes<NotImmutable>), "NotImmutable has no [Immutable].")]
    [InlineData(typeof(ITakes<NoAlias>), "NoAlias has no [Alias].")]
    [InlineData(typeof(ITakes<AliasWithoutArity<int>>), "AliasWithoutArity`1 has an alias that Orleans cannot read back; alias-without-arity`1 can be.")]
    [InlineData(typeof(ITakes<AliasOfWrongArity<int>>), "AliasOfWrongArity`1 has an alias that Orleans cannot read back; wrong-arity`1 can be.")]
    [InlineData(typeof(ITakes<AliasWithArity>), "AliasWithArity has an alias that Orleans cannot read back; with-arity can be.")]
    [InlineData(typeof(ITakes<Settable>), "Settable.Number can be set after initialisation.")]
    [InlineData(typeof(ITakes<WithField>), "WithField.Number is a field that can be set.")]
    [InlineData(typeof(ITakes<NoId>), "NoId.Number has no [Id].")]
    [InlineData(typeof(ITakes<SameId>), "SameId.Second has the number of another member.")]
    [InlineData(typeof(ITakes<Open>), "Open is not sealed; a subclass could change.")]
    [InlineData(typeof(ITakes<ImmutableArray<Settable>>), "Settable.Number can be set after initialisation.")]
    public void Breach_is_named(Type grainInterface, string violation) =>
        Assert.Contains(violation, Assert.Single(ViolationsOf(grainInterface)), StringComparison.Ordinal);

    private static IReadOnlyList<string> ViolationsOf(Type grainInterface)
    {
        var walk = new ContractWalk();
        walk.VisitInterface(grainInterface);
        return walk.Violations;
    }

    [GenerateSerializer, Immutable, Alias("good-message")]
    private sealed record Good
    {
        [Id(0)]
        public required string Text { get; init; }

        [Id(1)]
        public ImmutableDictionary<string, Good>? Inner { get; init; }

        public int Length => Text.Length;
    }

    private sealed record Unmarked;

    [GenerateSerializer, Immutable, Alias("holds-array")]
    private sealed record HoldsArray
    {
        [Id(0)]
        public byte[]? Bytes { get; init; }
    }

    [GenerateSerializer, Alias("not-immutable")]
    private sealed record NotImmutable;

    [GenerateSerializer, Immutable]
    private sealed record NoAlias;

    [GenerateSerializer, Immutable, Alias("alias-without-arity")]
    private sealed record AliasWithoutArity<T>;

    [GenerateSerializer, Immutable, Alias("wrong-arity`2")]
    private sealed record AliasOfWrongArity<T>;

    [GenerateSerializer, Immutable, Alias("with-arity`1")]
    private sealed record AliasWithArity;

    [GenerateSerializer, Immutable, Alias("good-generic`1")]
    private sealed record GoodGeneric<T>;

    [GenerateSerializer, Immutable, Alias("settable")]
    private sealed record Settable
    {
        [Id(0)]
        public int Number { get; set; }
    }

    [GenerateSerializer, Immutable, Alias("with-field")]
    private sealed record WithField
    {
        [Id(0)]
        public int Number = 1;
    }

    [GenerateSerializer, Immutable, Alias("no-id")]
    private sealed record NoId
    {
        public int Number { get; init; }
    }

    [GenerateSerializer, Immutable, Alias("same-id")]
    private sealed record SameId
    {
        [Id(0)]
        public int First { get; init; }

        [Id(0)]
        public int Second { get; init; }
    }

    [GenerateSerializer, Immutable, Alias("open")]
    private record Open;

    [GenerateSerializer, Immutable, Alias("closed")]
    private sealed record Closed : Open;
}
