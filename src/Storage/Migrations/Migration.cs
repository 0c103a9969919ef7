namespace CmeOrleans.Storage.Migrations;

/// <summary>One step of the schema: plain SQL that is applied once and never edited afterwards.</summary>
/// <param name="Number">1, 2, 3 … without gaps.</param>
/// <param name="Sha256">SHA-256 of the file, recorded when it is applied and compared at every start.</param>
internal sealed record Migration(int Number, string Name, string Sql, byte[] Sha256);
