using CmeOrleans.Grains.Interfaces.Providers;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Providers;

/// <summary>The fields of a provider's form. Their names are the last parts of the contract's, so that what the rules say finds its field.</summary>
public sealed record ProviderFields
{
    public const string ETagField = "etag";
    public const string NameField = "name";
    public const string AddressField = "address";
    public const string AcmeProviderIdField = "acmeProviderId";
    public const string StatementField = "accreditationStatement";
    public const string JointProvidersField = "jointProviders";
    public const string SignatoryNameField = "signatory-name";
    public const string SignatoryTitleField = "signatory-title";
    public const string TimeZoneField = "timeZone";

    public string Name { get; init; } = "";

    public string Address { get; init; } = "";

    public string? AcmeProviderId { get; init; }

    public string AccreditationStatement { get; init; } = "";

    /// <summary>One name on each line.</summary>
    public string JointProviders { get; init; } = "";

    public string SignatoryName { get; init; } = "";

    public string SignatoryTitle { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public static ProviderFields Of(ProviderRecord record) => new()
    {
        Name = record.Name,
        Address = record.Address,
        AcmeProviderId = record.AcmeProviderId,
        AccreditationStatement = record.AccreditationStatement,
        JointProviders = string.Join('\n', record.JointProviders),
        SignatoryName = record.SignatoryName,
        SignatoryTitle = record.SignatoryTitle,
        TimeZone = record.TimeZone,
    };

    public static ProviderFields Read(IFormCollection form) => new()
    {
        Name = form.Text(NameField),
        Address = form.Text(AddressField),
        AcmeProviderId = form.OptionalText(AcmeProviderIdField),
        AccreditationStatement = form.Text(StatementField),
        JointProviders = form.Text(JointProvidersField),
        SignatoryName = form.Text(SignatoryNameField),
        SignatoryTitle = form.Text(SignatoryTitleField),
        TimeZone = form.Text(TimeZoneField),
    };

    public ProviderRecord ToRecord() => new()
    {
        Name = Name,
        Address = Address,
        AcmeProviderId = AcmeProviderId,
        AccreditationStatement = AccreditationStatement,
        JointProviders = [.. JointProviders.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        SignatoryName = SignatoryName,
        SignatoryTitle = SignatoryTitle,
        TimeZone = TimeZone,
    };

    /// <summary>The field that a pointer of the contract means.</summary>
    public static string FieldOf(string pointer) => pointer.TrimStart('/').Split('/') switch
    {
        [JointProvidersField, ..] => JointProvidersField,
        ["signatory", var part] => $"signatory-{part}",
        [var field, ..] => field,
        [] => NameField,
    };
}
