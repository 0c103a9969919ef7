using System.Text;
using System.Text.Json.Nodes;
using CmeOrleans.Domain.Packs;
using CmeOrleans.Domain.Requirements;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Requirements;

/// <summary>The pack that ships, and the strictness with which a pack is read.</summary>
public sealed class RequirementPackTests
{
    private static readonly byte[] ShippedBytes = ReadShipped();

    private readonly RequirementPack _shipped = RequirementPack.Parse(ShippedBytes, Sample.Pack);

    [Theory]
    [InlineData("us-tx-mdo", 24, 48, 24)]
    [InlineData("us-ca-md", 24, 50, 50)]
    [InlineData("us-fl-md", 24, 40, 38)]
    [InlineData("us-pa-md", 24, 100, 20)]
    [InlineData("us-nj-md", 24, 100, 40)]
    [InlineData("us-il-mdo", 36, 150, 60)]
    [InlineData("us-mi-md", 36, 150, 75)]
    [InlineData("us-ma-mdo", 24, 50, 0)]
    [InlineData("us-al-mdo", 12, 25, 25)]
    public void Shipped_minima_are_those_of_the_sources(string id, int cycleMonths, int total, int category1)
    {
        Assert.True(_shipped.TryFind(id, out var requirement));

        Assert.Equal(cycleMonths, requirement.CycleMonths);
        Assert.Equal(total * 100, requirement.Buckets[0].Minimum.Hundredths);
        Assert.Equal(category1 * 100, requirement.Buckets.Where(bucket => bucket.Id == "category-1").Sum(bucket => bucket.Minimum.Hundredths));
    }

    [Fact]
    public void Shipped_requirements_are_whole_and_can_be_met_by_what_they_count()
    {
        Assert.True(_shipped.Requirements.Length >= 16);
        Assert.Equal(_shipped.Requirements.OrderBy(requirement => requirement.Id, StringComparer.Ordinal), _shipped.Requirements);
        Assert.All(_shipped.Requirements, requirement =>
        {
            Assert.Equal(requirement.AsOf, requirement.EffectiveFrom);
            Assert.All(requirement.Buckets, bucket => Assert.True(bucket.Minimum <= requirement.Buckets[0].Minimum));
            Assert.All(requirement.Buckets, bucket => Assert.Subset(requirement.Buckets[0].CreditTypes.ToHashSet(), bucket.CreditTypes.ToHashSet()));
            Assert.All(requirement.Professions, profession => Assert.Contains(requirement.Buckets[0].CreditTypes, code => Sample.Pack[code].MayBeAwardedTo(profession)));
        });
        Assert.False(_shipped.TryFind("US-TX-MDO", out _));
        Assert.False(_shipped.TryFind(null, out _));
    }

    [Theory]
    [InlineData("id", "\"US\"", "$.requirements[0].id")]
    [InlineData("id", "\"us-ca-md\"", "$.requirements[1].id")]
    [InlineData("authority", null, "$.requirements[0].authority")]
    [InlineData("jurisdiction", "\" \"", "$.requirements[0].jurisdiction")]
    [InlineData("professions", "[]", "$.requirements[0].professions")]
    [InlineData("professions", "[\"surgeon\"]", "$.requirements[0].professions[0]")]
    [InlineData("cycleMonths", "0", "$.requirements[0].cycleMonths")]
    [InlineData("cycleMonths", "121", "$.requirements[0].cycleMonths")]
    [InlineData("cycleEnd", "7", "$.requirements[0].cycleEnd")]
    [InlineData("buckets", "[]", "$.requirements[0].buckets")]
    [InlineData("buckets", "[{\"id\":\"a\",\"name\":\"A\",\"minimum\":1,\"unit\":\"credit\",\"creditTypes\":[]}]", "$.requirements[0].buckets[0].creditTypes")]
    [InlineData("buckets", "[{\"id\":\"a\",\"name\":\"A\",\"minimum\":1,\"unit\":\"credit\",\"creditTypes\":[\"NONE\"]}]", "$.requirements[0].buckets[0].creditTypes[0]")]
    [InlineData("buckets", "[{\"id\":\"a\",\"name\":\"A\",\"minimum\":0,\"unit\":\"credit\",\"creditTypes\":[\"AMA_PRA_1\"]}]", "$.requirements[0].buckets[0].minimum")]
    [InlineData("buckets", "[{\"id\":\"a\",\"name\":\"A\",\"minimum\":1,\"unit\":\"day\",\"creditTypes\":[\"AMA_PRA_1\"]}]", "$.requirements[0].buckets[0].unit")]
    [InlineData("buckets", "[{\"id\":\"a\",\"name\":\"A\",\"minimum\":1,\"maximum\":2,\"unit\":\"credit\",\"creditTypes\":[\"AMA_PRA_1\"]}]", "$.requirements[0].buckets[0].maximum")]
    [InlineData("alsoAskedFor", "[7]", "$.requirements[0].alsoAskedFor[0]")]
    [InlineData("effectiveFrom", "\"lately\"", "$.requirements[0].effectiveFrom")]
    [InlineData("source", null, "$.requirements[0].source")]
    [InlineData("asOf", "\"2025-10\"", "$.requirements[0].asOf")]
    [InlineData("confidence", "\"medium\"", "$.requirements[0].confidence")]
    [InlineData("surprise", "1", "$.requirements[0].surprise")]
    public void Each_bad_value_is_named_with_its_place(string field, string? json, string place)
    {
        var pack = JsonNode.Parse(ShippedBytes)!;
        var first = pack["requirements"]![0]!.AsObject();
        first.Remove(field);
        if (json is not null)
        {
            first.Add(field, JsonNode.Parse(json));
        }

        var exception = Assert.Throws<PackException>(() => RequirementPack.Parse(Encoding.UTF8.GetBytes(pack.ToJsonString()), Sample.Pack));
        Assert.Contains("The pack of requirements", exception.Message, StringComparison.Ordinal);
        Assert.Contains(place, exception.Message, StringComparison.Ordinal);
    }

    private static byte[] ReadShipped()
    {
        using var stream = typeof(RequirementPackTests).Assembly.GetManifestResourceStream("requirements.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
