using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Domain;

namespace CmeOrleans.Storage.Migrations;

/// <summary>The migrations of one dialect, in order.</summary>
internal sealed class MigrationSet
{
    private const int NumberLength = 4;

    internal MigrationSet(ImmutableArray<Migration> migrations)
    {
        for (var index = 0; index < migrations.Length; index++)
        {
            Invariant.Require(migrations[index].Number == index + 1, $"Migration {index + 1} is there.");
        }

        All = migrations;
    }

    public ImmutableArray<Migration> All { get; }

    /// <summary>Reads the SQL files embedded under <paramref name="dialect"/>, such as <c>Postgres/0001_journal.sql</c>.</summary>
    public static MigrationSet ReadEmbedded(string dialect)
    {
        var assembly = typeof(MigrationSet).Assembly;
        var prefix = dialect + "/";
        return new(
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(name, name[prefix.Length..])),
        ]);

        Migration Read(string resourceName, string fileName)
        {
            using var stream = assembly.GetManifestResourceStream(resourceName);
            Invariant.Require(stream is not null, $"{resourceName} is embedded.");
            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            var bytes = buffer.ToArray();
            return new(
                int.Parse(fileName.AsSpan(0, NumberLength), NumberStyles.None, CultureInfo.InvariantCulture),
                Path.GetFileNameWithoutExtension(fileName),
                Encoding.UTF8.GetString(bytes),
                SHA256.HashData(bytes));
        }
    }

    /// <summary>Compares with what the database has and answers what is missing there.</summary>
    /// <exception cref="StorageStartException">The database was changed by other migrations than these.</exception>
    public ImmutableArray<Migration> FindMissing(IReadOnlyList<(int Number, string Name, byte[] Sha256)> applied)
    {
        for (var index = 0; index < applied.Count; index++)
        {
            var (number, name, sha256) = applied[index];
            if (number != index + 1 || number > All.Length)
            {
                throw new StorageStartException(
                    $"The database of ConnectionStrings:Ledger has migration {number} ({name}), which this version does not know. Run a version that does.");
            }

            if (!All[index].Sha256.AsSpan().SequenceEqual(sha256))
            {
                throw new StorageStartException(
                    $"Migration {All[index].Name} differs from the one that was applied to the database of ConnectionStrings:Ledger. Migrations are never edited.");
            }
        }

        return All[applied.Count..];
    }
}
