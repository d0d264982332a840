-- The same assessment as NationalBench.Case, as DuckDB would do it. Figures hold known values only, in the order of indicator, year and municipality.
-- Statuses: 0 not achieved, 1 partly, 2 achieved, 3 cannot be assessed. Lenses: 0 target, 1 trend, 2 comparison. Missing: 0 no value, 1 too old.

-- What each lens says of each value: it is the same for every year that the value counts in.
create or replace temp table known as
with ranked as (
  select f.ind, f.mun, f.year, f.value,
         lag(f.value) over (partition by f.ind, f.mun order by f.year) as prev,
         lead(f.year) over (partition by f.ind, f.mun order by f.year) as next_year,
         rank() over (partition by f.ind, f.year order by f.value) - 1 as below,
         count(*) over (partition by f.ind, f.year, f.value) - 1 as equal,
         count(*) over (partition by f.ind, f.year) - 1 as others
    from figures f),
judged as (
  select r.ind, r.mun, r.year, r.next_year, i.lag as lag_months,
         case when i.target is null then null
              when i.higher and r.value >= i.target - 1e-9 * greatest(1, abs(i.target)) then 2
              when not i.higher and r.value <= i.target + 1e-9 * greatest(1, abs(i.target)) then 2
              when i.partly is not null then case when r.value >= i.partly - 1e-9 * greatest(1, abs(i.partly)) then 1 else 0 end
              when r.value > 0 and i.target > 0
                   and (case when i.higher then r.value / i.target else i.target / r.value end) >= 0.8 - 1e-9 then 1
              else 0 end as target,
         case when r.prev is null then null
              when (case when i.higher then r.value - r.prev else r.prev - r.value end)
                   > 0.02 * abs(r.prev) + 1e-9 * greatest(1, abs(r.prev)) then 2
              when (case when i.higher then r.value - r.prev else r.prev - r.value end)
                   < -0.02 * abs(r.prev) - 1e-9 * greatest(1, abs(r.prev)) then 0
              else 1 end as trend,
         case when r.others < 8 then null else
           (case when i.higher then r.others - r.below - r.equal else r.below end + 0.5 * r.equal) / r.others end as position
    from ranked r join indicators i on i.ind = r.ind)
select ind, mun, year, next_year, lag_months, target, trend,
       case when position is null then null when position <= 0.25 + 1e-9 then 2 when position >= 0.75 - 1e-9 then 0 else 1 end as comparison
  from judged;

-- Each value in the years it counts in; the years before an indicator's first value, which have none.
create or replace temp table cells as
with spread as (
  select ind, mun, unnest(range(year, coalesce(next_year, $last + 1))) as year, year as value_year, lag_months, target, trend, comparison from known
  union all
  select i.ind, m.mun, unnest(range($first, coalesce(f.first_year, $last + 1))), null, i.lag, null, null, null
    from indicators i cross join municipalities m
    left join (select ind, mun, min(year) as first_year from known group by all) f on f.ind = i.ind and f.mun = m.mun),
aged as (select *, 12 * (year - value_year) as age from spread)
select ind, mun, year,
       case when age is null or age >= 24 + lag_months then 3 else coalesce(target, comparison, trend, 3) end::utinyint as status,
       case when age is null or age >= 24 + lag_months then 2 when age < 12 + lag_months then 0 else 1 end::utinyint as source,
       case when age is null then 0 when age >= 24 + lag_months then 1 end::utinyint as missing,
       case when age >= 24 + lag_months then null when target is not null then 0 when comparison is not null then 2 when trend is not null then 1 end::utinyint as lens,
       case when age < 24 + lag_months then value_year end::smallint as value_year,
       case when age < 24 + lag_months then target end::utinyint as target,
       case when age < 24 + lag_months then trend end::utinyint as trend,
       case when age < 24 + lag_months then comparison end::utinyint as comparison
  from aged;

create or replace temp table level4 as
select i.parent as node, c.mun, c.year, c.status,
       case when c.status = 3 then 0 else c.status end as low, case when c.status = 3 then 2 else c.status end as high,
       case when c.status = 3 then 0 else 1 end::double as coverage, case when c.status <> 3 and c.source = 1 then 1 else 0 end::double as carried
  from cells c join indicators i on i.ind = c.ind;
