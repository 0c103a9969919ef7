using System.Collections.Immutable;
using System.Text.Json;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="IEvaluationStore"/>
internal sealed class SqliteEvaluationStore(SqliteWriter writer, SqliteReaders readers) : IEvaluationStore
{
    private const string AddSql = """
        insert into course_evaluation (course_id, claim_id, learner_id, given_at, ratings, has_comment)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (course_id, claim_id) do nothing
        """;

    private const string CountSql = "select count(*), coalesce(sum(has_comment), 0) from course_evaluation where course_id = $1";

    private const string CountRatingsSql = """
        select rating.key, rating.value, count(*)
        from course_evaluation join json_each(ratings) as rating
        where course_id = $1 and rating.key in (select value from json_each($2))
        group by rating.key, rating.value
        order by rating.key, rating.value
        """;

    private const string ListCommentsSql = """
        select number, learner_id, claim_id
        from course_evaluation
        where course_id = $1 and has_comment and number < $2
        order by number desc
        limit $3
        """;

    public Task AddAsync(StoredEvaluation evaluation)
    {
        var ratings = JsonSerializer.Serialize(evaluation.Ratings);
        return writer.ChangeAsync(connection => evaluation.CourseIds.Sum(courseId => SqliteStatement.Execute(
            connection,
            AddSql,
            courseId,
            evaluation.ClaimId,
            evaluation.LearnerId,
            SqliteTime.ToMicroseconds(evaluation.GivenAt),
            ratings,
            evaluation.HasComment)));
    }

    public Task<EvaluationCounts> CountAsync(string courseId, ImmutableArray<string> questionIds, CancellationToken cancellationToken) => readers.RunAsync(
        connection =>
        {
            var counts = SqliteStatement.Read(connection, CountSql, static reader => (All: reader.GetInt64(0), Comments: reader.GetInt64(1)), courseId);
            var ratings = SqliteStatement.Read(
                connection,
                CountRatingsSql,
                static reader => new RatingCount(reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2)),
                courseId,
                JsonSerializer.Serialize(questionIds));
            return new EvaluationCounts(counts[0].All, counts[0].Comments, [.. ratings]);
        },
        cancellationToken);

    public Task<ImmutableArray<CommentPlace>> ListCommentsAsync(
        string courseId, long beforeNumber, int countMax, CancellationToken cancellationToken) => readers.RunAsync(
            connection => SqliteStatement.Read(
                connection,
                ListCommentsSql,
                static reader => new CommentPlace(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)),
                courseId,
                beforeNumber,
                countMax).ToImmutableArray(),
            cancellationToken);
}
