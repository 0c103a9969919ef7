using System.Globalization;
using System.Security.Cryptography;
using CmeOrleans.Domain;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Silo.Rehearsals;

/// <summary>A learner who is stored nowhere and goes through the rules of the ledger: completes topics and claims half of each.</summary>
internal sealed class MadeUpLearner
{
    private const string CourseId = "course";

    private static readonly SealedText Name = new(new byte[64]);

    private readonly DateTimeOffset _now;
    private readonly CreditTypePack _pack;
    private readonly CreditType _creditType;
    private readonly CertificateHolder _holder;
    private readonly EarnTerms _course;
    private readonly Dictionary<string, CertificateTerms> _papers;

    public MadeUpLearner(CreditTypePack pack, DateTimeOffset now)
    {
        (_pack, _now) = (pack, now);
        _creditType = pack.CreditTypes.First(type => type is { IsOfferable: true, RequiredProfileFacts.IsEmpty: true });
        _holder = new(Name, _creditType.Professions[0]);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        _course = new()
        {
            CourseId = CourseId,
            CourseVersion = 1,
            CourseTitle = CourseId,
            ProviderId = "provider",
            TimeZone = TimeZoneInfo.Utc,
            StartsOn = today,
            EndsOn = today,
            ClaimWindowMonths = 12,
        };
        _papers = new(StringComparer.Ordinal)
        {
            [CourseId] = new()
            {
                CourseTitle = CourseId,
                Format = "enduring",
                DesignatedMaximum = _creditType.Step,
                TimeZone = TimeZoneInfo.Utc,
                Provider = new()
                {
                    ProviderId = "provider",
                    Name = "Provider",
                    Address = "Address",
                    AccreditationStatement = "Statement",
                    SignatoryName = "Signatory",
                    SignatoryTitle = "Title",
                },
            },
        };
    }

    public LearnerLedger Ledger { get; } = new("made-up");

    /// <summary>The rows of the ledger, as a journal would hold them.</summary>
    public List<LedgerRow> Rows { get; } = [];

    public void LearnAndClaim()
    {
        var topic = string.Create(CultureInfo.InvariantCulture, $"topic-{Rows.Count}");
        var earn = new EarnRequest(NextCommand(), _now, Score: null);
        var worth = new TopicCreditTerms(_creditType.Code, _creditType.Step + _creditType.Step, ClaimBy: null, ExclusiveGroup: null);
        var earned = Ledger.Decide(earn, _course with { Topic = new(topic, topic, [worth]) }, NewIds(), _now).Value;
        Store(earn.Id, earned);

        var line = new RequestedLine(Ledger.Credits[^1].Id, _creditType.Step.Hundredths);
        var claim = new ClaimRequest(NextCommand(), _creditType.Code, [line], ExpectedVersion: null);
        var plan = Ledger.Decide(claim, new ClaimTerms(IsMembershipActive: true, _pack, []), _now).Value;
        Store(claim.Id, plan is null ? null : CertificateFaces.Freeze(plan, _papers, _holder, _creditType, NewIds(), _now));
    }

    private CommandId NextCommand()
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"command-{Rows.Count}");
        return new(key, new byte[SHA256.HashSizeInBytes]);
    }

    private IdSeed NewIds()
    {
        Span<byte> entropy = stackalloc byte[IdSeed.EntropyBytes];
        RandomNumberGenerator.Fill(entropy);
        return new(_now, entropy);
    }

    private void Store(CommandId id, LedgerEvent? happened)
    {
        Invariant.Require(happened is not null, "What is made up breaks no rule.");
        var row = Ledger.NextRow(id, happened) with { At = _now };
        Ledger.Apply(row, id, happened);
        Rows.Add(row);
    }
}
