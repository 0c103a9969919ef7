namespace CmeOrleans.Domain.Requirements;

/// <summary>Adds up what counts in one bucket.</summary>
/// <remarks>
/// One completion may be claimed as several types, such as AMA PRA Category 1 and a board's points. It is one piece of work, so
/// it counts once: as the type it was claimed most of, or the first of the bucket's types when that is even.
/// </remarks>
internal sealed class BucketCount
{
    private readonly HashSet<(string CompletionKey, string CreditType)> _counted = [];

    private BucketCount()
    {
    }

    public CreditAmount Sum { get; private set; }

    public bool Has(CountableCredit credit) => _counted.Contains((credit.CompletionKey, credit.CreditType));

    /// <param name="bucket">The bucket.</param>
    /// <param name="credits">Credit that was or would be awarded, completed in the cycle.</param>
    public static BucketCount Of(RequirementBucket bucket, IEnumerable<CountableCredit> credits)
    {
        var count = new BucketCount();
        foreach (var completion in credits.Where(credit => bucket.CreditTypes.Contains(credit.CreditType)).GroupBy(credit => credit.CompletionKey, StringComparer.Ordinal))
        {
            var (creditType, sum) = completion
                .GroupBy(credit => credit.CreditType, StringComparer.Ordinal)
                .Select(type => (type.Key, Sum: SumOf(type)))
                .OrderByDescending(type => type.Sum)
                .ThenBy(type => bucket.CreditTypes.IndexOf(type.Key))
                .First();
            count._counted.Add((completion.Key, creditType));
            count.Sum += sum;
        }

        return count;
    }

    private static CreditAmount SumOf(IEnumerable<CountableCredit> credits) =>
        credits.Aggregate(CreditAmount.Zero, (sum, credit) => sum + credit.Amount);
}
