namespace CmeOrleans.Domain.Ledger;

/// <summary>The earnings of a ledger by topic and by credit type. Read when somebody asks: a learner who claims does not.</summary>
/// <param name="earnings">All of them; grows.</param>
internal sealed class EarnedTopics(IReadOnlyList<Earning> earnings)
{
    private const int None = -1;

    private readonly Dictionary<(string CourseId, string TopicId), int> _latest = [];
    private readonly HashSet<(string CourseId, string CreditType)> _creditTypes = [];

    // Where the earning before is, of the same topic, for each earning.
    private readonly List<int> _earlier = [];

    /// <summary>The earnings of one topic, the newest first.</summary>
    public IEnumerable<Earning> Of(string courseId, string topicId)
    {
        CatchUp();
        for (var place = _latest.GetValueOrDefault((courseId, topicId), None); place != None; place = _earlier[place])
        {
            yield return earnings[place];
        }
    }

    /// <summary>Whether the learner ever earned credit of the type in the course, be it reversed since or not.</summary>
    public bool Has(string courseId, string creditType)
    {
        CatchUp();
        return _creditTypes.Contains((courseId, creditType));
    }

    private void CatchUp()
    {
        if (earnings.Count > 2 * _earlier.Count)
        {
            _latest.EnsureCapacity(earnings.Count);
            _earlier.EnsureCapacity(earnings.Count);
        }

        while (_earlier.Count < earnings.Count)
        {
            var place = _earlier.Count;
            var earning = earnings[place];
            var topic = (earning.CourseId, earning.TopicId);
            _earlier.Add(_latest.GetValueOrDefault(topic, None));
            _latest[topic] = place;
            foreach (var credit in earning.Credits)
            {
                _creditTypes.Add((earning.CourseId, credit.CreditType));
            }
        }
    }
}
