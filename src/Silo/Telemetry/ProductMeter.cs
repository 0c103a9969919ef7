namespace CmeOrleans.Silo.Telemetry;

/// <summary>The meter and the activity source of the product's own figures.</summary>
public static class ProductMeter
{
    public const string Name = "CmeOrleans";
}
