using CmeOrleans.Storage.Tests.Contracts;

namespace CmeOrleans.Storage.Tests.Postgres;

public sealed class PostgresJournalTests(PostgresFixture fixture) : JournalContract(fixture), IClassFixture<PostgresFixture>;

public sealed class PostgresEntityTests(PostgresFixture fixture) : EntityContract(fixture), IClassFixture<PostgresFixture>;

public sealed class PostgresStoreTests(PostgresFixture fixture) : StoreContract(fixture), IClassFixture<PostgresFixture>;

public sealed class PostgresMailTests(PostgresFixture fixture) : MailContract(fixture), IClassFixture<PostgresFixture>;

public sealed class PostgresSupportTests(PostgresFixture fixture) : SupportContract(fixture), IClassFixture<PostgresFixture>;

public sealed class PostgresTrialBalanceTests(PostgresFixture fixture) : TrialBalanceContract(fixture), IClassFixture<PostgresFixture>;

public sealed class PostgresAuditTests(PostgresFixture fixture) : AuditContract(fixture), IClassFixture<PostgresFixture>;

public sealed class PostgresEvaluationTests(PostgresFixture fixture) : EvaluationContract(fixture), IClassFixture<PostgresFixture>;

public sealed class PostgresReportLineTests(PostgresFixture fixture) : ReportLineContract(fixture), IClassFixture<PostgresFixture>;
