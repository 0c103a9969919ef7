using System.Collections.Immutable;
using System.Text.Json;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="IEvaluationStore"/>
internal sealed class PostgresEvaluationStore(PostgresDatabase database) : IEvaluationStore
{
    private const string AddSql = """
        insert into course_evaluation (course_id, claim_id, learner_id, given_at, ratings, has_comment)
        select course_id, $2, $3, $4, $5::jsonb, $6 from unnest($1::text[]) as course_id
        on conflict (course_id, claim_id) do nothing
        """;

    private const string CountSql = "select count(*), count(*) filter (where has_comment) from course_evaluation where course_id = $1";

    private const string CountRatingsSql = """
        select rating.key, rating.value::int, count(*)
        from course_evaluation cross join jsonb_each_text(ratings) as rating
        where course_id = $1 and rating.key = any($2)
        group by rating.key, rating.value
        order by rating.key collate "C", rating.value
        """;

    private const string ListCommentsSql = """
        select number, learner_id, claim_id
        from course_evaluation
        where course_id = $1 and has_comment and number < $2
        order by number desc
        limit $3
        """;

    public Task AddAsync(StoredEvaluation evaluation) => database.WriteAsync((connection, cancellation) => PostgresStatement.ExecuteAsync(
        PostgresStatement.Create(
            connection,
            AddSql,
            PostgresStatement.Of(evaluation.CourseIds.ToArray()),
            PostgresStatement.Of(evaluation.ClaimId),
            PostgresStatement.Of(evaluation.LearnerId),
            PostgresStatement.Of(evaluation.GivenAt.ToUniversalTime()),
            PostgresStatement.Of(JsonSerializer.Serialize(evaluation.Ratings)),
            PostgresStatement.Of(evaluation.HasComment)),
        cancellation));

    public Task<EvaluationCounts> CountAsync(string courseId, ImmutableArray<string> questionIds, CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, cancellation) =>
        {
            var counts = await PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, CountSql, PostgresStatement.Of(courseId)),
                static reader => (All: reader.GetInt64(0), Comments: reader.GetInt64(1)),
                cancellation);
            var ratings = await PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, CountRatingsSql, PostgresStatement.Of(courseId), PostgresStatement.Of(questionIds.ToArray())),
                static reader => new RatingCount(reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2)),
                cancellation);
            return new EvaluationCounts(counts[0].All, counts[0].Comments, [.. ratings]);
        },
        cancellationToken);

    public async Task<ImmutableArray<CommentPlace>> ListCommentsAsync(
        string courseId, long beforeNumber, int countMax, CancellationToken cancellationToken) =>
    [
        .. await database.ReadAsync(
            (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(
                    connection, ListCommentsSql, PostgresStatement.Of(courseId), PostgresStatement.Of(beforeNumber), PostgresStatement.Of(countMax)),
                static reader => new CommentPlace(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)),
                cancellation),
            cancellationToken),
    ];
}
