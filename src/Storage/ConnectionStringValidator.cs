using CmeOrleans.Storage.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CmeOrleans.Storage;

/// <summary>Checks that <c>ConnectionStrings:Ledger</c> is one of the provider's. The string itself is a secret and in no message.</summary>
internal sealed class ConnectionStringValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        try
        {
            switch (options.Provider)
            {
                case StorageProvider.Sqlite:
                    SqliteFile.Parse(options.ConnectionString);
                    return ValidateOptionsResult.Success;
                case StorageProvider.Postgres:
                    return string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(options.ConnectionString).Host)
                        ? ValidateOptionsResult.Fail("ConnectionStrings:Ledger must name the host of PostgreSQL (Host=…) when Storage:Provider is Postgres.")
                        : ValidateOptionsResult.Success;
                default:
                    // Another validator refuses the provider.
                    return ValidateOptionsResult.Skip;
            }
        }
        catch (StorageStartException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return ValidateOptionsResult.Fail("ConnectionStrings:Ledger is not a connection string of PostgreSQL (Host=…;Database=…;Username=…).");
        }
    }
}
