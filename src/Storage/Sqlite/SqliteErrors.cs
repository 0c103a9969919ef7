using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>Which errors of SQLite are due to what is in one row, and which to the file or the disk.</summary>
internal static class SqliteErrors
{
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;

    public static bool IsOfRow(SqliteException exception) =>
        exception.SqliteErrorCode is TooBig or Constraint or Mismatch;
}
