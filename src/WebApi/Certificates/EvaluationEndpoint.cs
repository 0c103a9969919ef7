using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Certificates;

/// <summary>Feedback on a claim: optional, and given once.</summary>
internal static class EvaluationEndpoint
{
    private const string Example = """{ "answers": [{ "questionId": "met-objectives", "value": "5" }], "comment": "Well paced." }""";

    public static void MapEvaluations(this IEndpointRouteBuilder api) =>
        api.MapPost("/learners/{learnerId}/claims/{claimId}/evaluation", PostAsync)
            .WithTags("Claims")
            .Requires(Access.BeLearner)
            .Describe("CreateEvaluation", "Gives feedback on a claim.", "Optional; once per claim.")
            .TakesBody<EvaluationRequest>(Example)
            .MayAnswer(RefusalTypes.EvaluationAlreadyGiven, RefusalTypes.RuleBroken)
            .ShowsAnswer(Example);

    private static async Task<Results<CreatedAnswer<EvaluationResponse>, ProblemAnswer>> PostAsync(
        string learnerId, string claimId, HttpContext context, IGrainFactory grains)
    {
        var evaluation = (await JsonBody.ReadAsync<EvaluationRequest>(context)).ToEvaluation();
        var answer = await grains.GetGrain<IClaimDocumentGrain>($"{learnerId}/{claimId}").PutEvaluationAsync(evaluation);
        return answer.Outcome is Outcome.Done
            ? CreatedAnswer.Of(null, EvaluationResponse.From(answer.Value!))
            : (ProblemAnswer)CommandAnswers.ProblemOf(answer);
    }
}

/// <summary>Feedback as it is sent: at most 100 answers of at most 1,000 characters, and a comment of at most 4,000.</summary>
internal sealed record EvaluationRequest([property: Required] IReadOnlyList<EvaluationAnswerRequest?>? Answers, string? Comment)
{
    public const int CommentLengthMax = 4_000;

    private const int AnswersMax = 100;

    public Evaluation ToEvaluation()
    {
        var errors = new RequestErrors();
        if (Comment?.Length > CommentLengthMax)
        {
            errors.Add("/comment", "length", $"A comment has at most {CommentLengthMax} characters.");
        }

        var evaluation = new Evaluation
        {
            Answers = errors.Items(Answers, "/answers", AnswersMax, (answer, pointer) => answer.ToAnswer(errors, pointer)),
            Comment = Comment,
        };
        errors.ThrowIfAny();
        return evaluation;
    }
}

/// <summary>The answer to one question. A number, true or false is taken for the text that it is written as.</summary>
internal sealed record EvaluationAnswerRequest(
    [property: Required] string? QuestionId, [property: Required, JsonConverter(typeof(PlainValueConverter))] string? Value)
{
    private const int ValueLengthMax = 1_000;

    public EvaluationAnswer ToAnswer(RequestErrors errors, string pointer) => new()
    {
        QuestionId = errors.RequiredId(QuestionId, $"{pointer}/questionId"),
        Value = errors.RequiredText(Value, $"{pointer}/value", ValueLengthMax),
    };
}

/// <summary>Feedback as it is stored.</summary>
internal sealed record EvaluationResponse(IReadOnlyList<EvaluationAnswerResponse> Answers, string? Comment)
{
    public static EvaluationResponse From(Evaluation evaluation) => new(
        [.. evaluation.Answers.Select(answer => new EvaluationAnswerResponse(answer.QuestionId, answer.Value))], evaluation.Comment);
}

/// <summary>The answer to one question.</summary>
internal sealed record EvaluationAnswerResponse(string QuestionId, string Value);
