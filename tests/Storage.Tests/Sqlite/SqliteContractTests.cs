using CmeOrleans.Storage.Tests.Contracts;

namespace CmeOrleans.Storage.Tests.Sqlite;

public sealed class SqliteJournalTests(SqliteFixture fixture) : JournalContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteEntityTests(SqliteFixture fixture) : EntityContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteStoreTests(SqliteFixture fixture) : StoreContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteMailTests(SqliteFixture fixture) : MailContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteSupportTests(SqliteFixture fixture) : SupportContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteTrialBalanceTests(SqliteFixture fixture) : TrialBalanceContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteAuditTests(SqliteFixture fixture) : AuditContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteEvaluationTests(SqliteFixture fixture) : EvaluationContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SqliteReportLineTests(SqliteFixture fixture) : ReportLineContract(fixture), IClassFixture<SqliteFixture>;
