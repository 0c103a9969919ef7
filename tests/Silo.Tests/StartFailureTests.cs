using System.Collections.Immutable;
using CmeOrleans.Silo.Health;
using CmeOrleans.Silo.Settings;
using CmeOrleans.Silo.Shutdown;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Tests;

public sealed class StartFailureTests
{
    [Fact]
    public void A_value_out_of_range_is_named_with_its_section() =>
        Assert.Equal(
            ["Setting Shutdown:DelaySeconds: must be between 0 and 300."],
            Describe("Shutdown:DelaySeconds", "-1"));

    [Fact]
    public void A_value_of_another_kind_is_named_with_its_section() =>
        Assert.Equal(
            ["Setting Shutdown:DelaySeconds: must be a number within its range."],
            Describe("Shutdown:DelaySeconds", "soon"));

    [Fact]
    public void Each_bad_setting_has_its_line() =>
        Assert.Equal(
            ["Setting A:B: is wrong.", "Setting C:D: is wrong too."],
            StartFailure.Describe(new AggregateException(new SettingException("A:B", "is wrong."), new SettingException("C:D", "is wrong too."))));

    [Fact]
    public void A_fault_of_the_product_is_not_blamed_on_a_setting() =>
        Assert.Empty(StartFailure.Describe(new InvalidOperationException("Something else.")));

    private static ImmutableArray<string> Describe(string key, string value)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build());
        services.AddSettings<ShutdownOptions, ShutdownOptionsValidator>(ShutdownOptions.SectionName);
        services.AddSettings<HealthOptions, HealthOptionsValidator>(HealthOptions.SectionName);
        using var provider = services.BuildServiceProvider();
        var exception = Record.Exception(provider.GetRequiredService<IStartupValidator>().Validate);
        Assert.NotNull(exception);
        return StartFailure.Describe(exception);
    }
}
