using System.Globalization;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Integrations.Files;

namespace Ledstjarna.App.Features.Demo;

internal sealed partial class DemoBuilder
{
    private static readonly DateOnly AssumedRecorded = new(2023, 1, 20);

    private static IndicatorId IndicatorIdOf(string code) => new(Guid($"indicator/{code}"));

    private static ActivityId ActivityIdOf(string code) => new(Guid($"activity/{code}"));

    private void AddIndicators()
    {
        var comparison = ComparisonFiles
            .Values()
            .Where(v => v.MunicipalityCode == new MunicipalityCode(_sources.Municipality.Code))
            .ToDictionary(v => v.FigureCode, v => v.Value, StringComparer.Ordinal);
        foreach (var row in _examples.Indicators)
        {
            var real = _sources.Indicators.SingleOrDefault(i => i.Id == row.Id);
            AddIndicator(row, real);
            AddBreaks(row);
            AddRealValues(row, real);
            if (row.Comparison is { } code && comparison.TryGetValue(code, out var value))
            {
                AddObservation(
                    row.Id,
                    Period.Of(PeriodKind.Year, ComparisonFiles.AssumedYear),
                    Breakdown.Total,
                    value,
                    null,
                    null,
                    AssumedRecorded,
                    note: "Värdet är verkligt. Källan anger inget år; här visas det som 2022."
                );
            }

            AddExampleValues(row);
            AddTargets(row);
        }
    }

    private void AddIndicator(DemoExamples.IndicatorRow row, DemoSources.IndicatorRow? real) =>
        _rows.Add(
            new Indicator
            {
                OrganisationId = Organisation,
                Id = IndicatorIdOf(row.Id),
                Code = row.Id,
                Name = row.Name,
                Definition = row.Definition,
                Unit = row.Unit ?? (real!.Unit.StartsWith("index", StringComparison.Ordinal) ? "index" : real.Unit),
                Decimals = row.Decimals,
                Direction = row.Direction ?? (real!.Direction == "lower" ? Direction.Lower : Direction.Higher),
                Quality = row.Quality,
                CadenceMonths = row.Cadence,
                LagMonths = row.Lag,
                Carry = row.Carry,
                SourceKind = row.SourceKind,
                Source = row.Source ?? ComparisonFiles.Figures[0].Source,
                SourceAddress = real?.Source,
                Level = row.Level,
                OwnerId = _units[row.Owner],
                SubstituteId = row.Substitute is null ? null : IndicatorIdOf(row.Substitute),
                SmallestAnswers = row.SmallestAnswers,
                ComparisonCode = row.Comparison,
                IsExample = real is null && row.Comparison is null,
            }
        );

    private void AddBreaks(DemoExamples.IndicatorRow row)
    {
        foreach (var b in row.Breaks ?? [])
        {
            _rows.Add(
                new IndicatorBreak
                {
                    OrganisationId = Organisation,
                    IndicatorId = IndicatorIdOf(row.Id),
                    Day = b.Day,
                    Reason = b.Reason,
                }
            );
        }
    }

    /// <summary>The public series say no day of publication: each is taken to be known at the end of its own year.</summary>
    private void AddRealValues(DemoExamples.IndicatorRow row, DemoSources.IndicatorRow? real)
    {
        foreach (var point in real?.Values ?? [])
        {
            var year = (int)point[0];
            AddObservation(
                row.Id,
                Period.Of(PeriodKind.Year, year),
                Breakdown.Total,
                point[1],
                null,
                null,
                new DateOnly(year, 12, 31),
                answers: real!.Responses ?? row.Answers,
                asked: real.Sample ?? row.Asked
            );
        }
    }

    private void AddExampleValues(DemoExamples.IndicatorRow row)
    {
        foreach (var point in row.Values ?? [])
        {
            var margin = point.Length > 3 ? point[3].GetDouble() : (double?)null;
            var recorded = DateOnly.Parse(point[2].GetString()!, CultureInfo.InvariantCulture);
            AddObservation(
                row.Id,
                YearOf(point[0].GetInt32()),
                Breakdown.Total,
                point[1].GetDouble(),
                null,
                margin,
                recorded,
                isExample: true
            );
        }

        AddGender(row, Breakdown.Women, row.Women);
        AddGender(row, Breakdown.Men, row.Men);
        foreach (var missing in row.Missing ?? [])
        {
            AddObservation(
                row.Id,
                Period.Parse(missing.Period),
                Breakdown.Total,
                null,
                missing.Reason,
                null,
                missing.Recorded,
                note: missing.Note,
                expected: missing.Expected,
                isExample: true
            );
        }
    }

    private void AddGender(DemoExamples.IndicatorRow row, Breakdown breakdown, double[][]? values)
    {
        foreach (var point in values ?? [])
        {
            var year = (int)point[0];
            AddObservation(row.Id, YearOf(year), breakdown, point[1], null, null, new DateOnly(year + 1, 1, 20), isExample: true);
        }
    }

    private static Period YearOf(int year) => Period.Of(PeriodKind.Year, year);

    private void AddObservation(
        string indicator,
        Period period,
        Breakdown breakdown,
        double? value,
        MissingReason? missing,
        double? margin,
        DateOnly recordedOn,
        string? note = null,
        DateOnly? expected = null,
        int? answers = null,
        int? asked = null,
        bool isExample = false
    ) =>
        _rows.Add(
            new RecordedObservation(
                Organisation,
                new ObservationId(Guid($"observation/{indicator}/{period}/{breakdown}/{recordedOn:yyyy-MM-dd}/{missing}")),
                IndicatorIdOf(indicator),
                period,
                breakdown,
                value,
                missing,
                margin,
                recordedOn
            )
            {
                RecordedBy = Loader,
                Note = note,
                ExpectedOn = expected,
                Answers = answers,
                Asked = asked,
                IsExample = isExample,
            }
        );

    private void AddTargets(DemoExamples.IndicatorRow row)
    {
        foreach (var (target, i) in (row.Targets ?? []).Select((t, i) => (t, i)))
        {
            var level =
                target.AtLeast is { } least ? TargetLevel.AtLeast(least, target.PartlyAt)
                : target.AtMost is { } most ? TargetLevel.AtMost(most, target.PartlyAt)
                : TargetLevel.Improve(target.Since is null ? null : Period.Parse(target.Since));
            _rows.Add(
                new Target(
                    Organisation,
                    new TargetId(Guid($"target/{row.Id}/{i}")),
                    IndicatorIdOf(row.Id),
                    level with
                    {
                        From = target.From,
                        Due = target.Due,
                        MeanOf = target.Basis,
                    },
                    DecisionOf(target.Decision),
                    target.BasedOn
                )
                {
                    IsExample = true,
                }
            );
        }
    }

    private void AddActivities()
    {
        foreach (var row in _examples.Activities)
        {
            _rows.Add(
                new Activity
                {
                    OrganisationId = Organisation,
                    Id = ActivityIdOf(row.Id),
                    Code = row.Id,
                    Name = row.Name,
                    State = row.State,
                    Due = row.Due,
                    FinishedOn = row.Finished,
                    ResponsibleUnits = [.. row.Units.Select(u => _units[u].Value)],
                    IsExample = true,
                }
            );
        }
    }
}
