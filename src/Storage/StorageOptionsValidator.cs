using Microsoft.Extensions.Options;

namespace CmeOrleans.Storage;

/// <summary>Checks <see cref="StorageOptions"/> when the host starts, so that a bad setting stops it at once, by its full name.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private readonly StorageOptionsRanges _ranges = new();

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        // The generated messages begin with the name of the property.
        var result = _ranges.Validate(name, options);
        return result.Failed
            ? ValidateOptionsResult.Fail(result.Failures.Select(static failure => $"{StorageOptions.SectionName}:{failure}"))
            : result;
    }
}
