-- As assess.duckdb.sql, in PostgreSQL's words.
drop table if exists known, cells, level4;
create unlogged table known as
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
              when i.higher and r.value >= i.target - 1e-9::float8 * greatest(1, abs(i.target)) then 2
              when not i.higher and r.value <= i.target + 1e-9::float8 * greatest(1, abs(i.target)) then 2
              when i.partly is not null then case when r.value >= i.partly - 1e-9::float8 * greatest(1, abs(i.partly)) then 1 else 0 end
              when r.value > 0 and i.target > 0
                   and (case when i.higher then r.value / i.target else i.target / r.value end) >= 0.8::float8 - 1e-9::float8 then 1
              else 0 end as target,
         case when r.prev is null then null
              when (case when i.higher then r.value - r.prev else r.prev - r.value end)
                   > 0.02::float8 * abs(r.prev) + 1e-9::float8 * greatest(1, abs(r.prev)) then 2
              when (case when i.higher then r.value - r.prev else r.prev - r.value end)
                   < -0.02::float8 * abs(r.prev) - 1e-9::float8 * greatest(1, abs(r.prev)) then 0
              else 1 end as trend,
         case when r.others < 8 then null else
           (case when i.higher then r.others - r.below - r.equal else r.below end + 0.5::float8 * r.equal) / r.others end as position
    from ranked r join indicators i on i.ind = r.ind)
select ind, mun, year, next_year, lag_months, target, trend,
       case when position is null then null when position <= 0.25 + 1e-9 then 2 when position >= 0.75 - 1e-9 then 0 else 1 end as comparison
  from judged;
analyze known;

create unlogged table cells as
with spread as (
  select ind, mun, y as year, year as value_year, lag_months, target, trend, comparison
    from known, generate_series(year, coalesce(next_year - 1, $last)) y
  union all
  select i.ind, m.mun, y, null, i.lag, null, null, null
    from indicators i cross join municipalities m
    left join (select ind, mun, min(year) as first_year from known group by ind, mun) f on f.ind = i.ind and f.mun = m.mun,
    generate_series($first, coalesce(f.first_year - 1, $last)) y),
aged as (select *, 12 * (year - value_year) as age from spread)
select ind, mun, year::smallint as year,
       (case when age is null or age >= 24 + lag_months then 3 else coalesce(target, comparison, trend, 3) end)::smallint as status,
       (case when age is null or age >= 24 + lag_months then 2 when age < 12 + lag_months then 0 else 1 end)::smallint as source,
       (case when age is null then 0 when age >= 24 + lag_months then 1 end)::smallint as missing,
       (case when age >= 24 + lag_months then null when target is not null then 0 when comparison is not null then 2 when trend is not null then 1 end)::smallint as lens,
       (case when age < 24 + lag_months then value_year end)::smallint as value_year,
       (case when age < 24 + lag_months then target end)::smallint as target,
       (case when age < 24 + lag_months then trend end)::smallint as trend,
       (case when age < 24 + lag_months then comparison end)::smallint as comparison
  from aged;
analyze cells;

create unlogged table level4 as
select i.parent as node, c.mun, c.year, c.status,
       case when c.status = 3 then 0 else c.status end as low, case when c.status = 3 then 2 else c.status end as high,
       (case when c.status = 3 then 0 else 1 end)::float8 as coverage, (case when c.status <> 3 and c.source = 1 then 1 else 0 end)::float8 as carried
  from cells c join indicators i on i.ind = c.ind;
