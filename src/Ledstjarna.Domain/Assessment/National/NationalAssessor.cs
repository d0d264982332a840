namespace Ledstjarna.Domain.Assessment.National;

/// <summary>
/// The common assessment principle for all municipalities and many years at once, by the rules of <see cref="Assessor"/>. Each cell is computed
/// by itself, so that the answer is the same for any number of threads.
/// </summary>
public static class NationalAssessor
{
    /// <param name="case">What to assess.</param>
    /// <param name="threads">At most so many at a time. 0: as many as the machine has.</param>
    public static NationalResult Assess(NationalCase @case, int threads = 0)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount };
        var own = new ArraySegment<NationalRating>[@case.Indicators.Count][];
        var perIndicator = @case.Years * @case.Columns.Count;
        var room = GC.AllocateUninitializedArray<NationalRating>(own.Length * perIndicator);
        Parallel.For(0, own.Length, options, i => own[i] = new NationalRows(@case, @case.Indicators[i]).Rate(room, i * perIndicator));
        var ratings = own.Select((_, i) => WithSubstitute(@case, own, i)).ToArray();

        var plan = NationalTree.Of(@case);
        Parallel.For(0, @case.Years, options, year => plan.RollUp(ratings, year));
        return new NationalResult(@case, own, ratings, plan);
    }

    /// <summary>The same with one indicator held against other targets: that indicator and what lies above it are assessed anew, the rest is kept.</summary>
    /// <param name="before">Is left as it is.</param>
    /// <param name="id">The indicator's.</param>
    /// <param name="targets">In place of those it had.</param>
    /// <exception cref="DomainRuleException">A target goes against the indicator's direction.</exception>
    public static NationalResult Change(NationalResult before, string id, IReadOnlyList<TargetLevel> targets)
    {
        var @case = before.Case.With(id, targets);
        var place = @case.PlaceOf(id);
        ArraySegment<NationalRating>[][] own = [.. before.Own];
        var rows = new NationalRows(@case, @case.Indicators[place]);
        own[place] = rows.Rate(GC.AllocateUninitializedArray<NationalRating>(rows.Count), 0);
        ArraySegment<NationalRating>[][] ratings = [.. before.Indicators];
        var changed = new List<int>[]?[own.Length];
        for (var i = 0; i < own.Length; i++)
        {
            if (i == place || @case.Indicators[i].Rules.Substitute == id)
            {
                ratings[i] = WithSubstitute(@case, own, i);
                changed[i] = Different(before.Indicators[i], ratings[i]);
            }
        }

        return new NationalResult(@case, own, ratings, before.Tree.With(ratings, changed));
    }

    /// <summary>Per year, the columns that differ.</summary>
    private static List<int>[] Different(ArraySegment<NationalRating>[] before, ArraySegment<NationalRating>[] now) =>
        [.. now.Select((row, year) => Enumerable.Range(0, row.Count).Where(c => row[c] != before[year][c]).ToList())];

    /// <summary>Where there is no usable value, the substitute's own.</summary>
    private static ArraySegment<NationalRating>[] WithSubstitute(NationalCase @case, ArraySegment<NationalRating>[][] own, int place) =>
        @case.Indicators[place].Rules.Substitute is { } id
            ?
            [
                .. own[place]
                    .Zip(
                        own[@case.PlaceOf(id)],
                        (row, substitutes) =>
                            new ArraySegment<NationalRating>([
                                .. row.Zip(
                                    substitutes,
                                    (r, s) => r.Source == ValueSource.Missing && s.Source != ValueSource.Missing ? s.AsSubstitute() : r
                                ),
                            ])
                    ),
            ]
            : own[place];
}
