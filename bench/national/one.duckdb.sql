-- One municipality in one year, with ranks: the latest value that may be used of each indicator, of the kept table.
with latest as (
  select r.ind, arg_max(r, r.year) as r, max(r.year) as value_year from ranked r where r.mun = $mun and r.year between $year - 2 and $year group by r.ind),
judged as (
  select i.ind, i.higher, i.lag, i.target, i.partly, l.value_year, 12 * ($year - l.value_year) as age, l.r.value as value, l.r.prev as prev,
         l.r.others as others, (case when i.higher then l.r.others - l.r.below - l.r.equal else l.r.below end + 0.5 * l.r.equal) / l.r.others as position
    from indicators i left join latest l on l.ind = i.ind),
lenses as (
  select ind, age, lag, value_year,
         case when target is null then null
              when higher and value >= target - 1e-9 * greatest(1, abs(target)) then 2
              when not higher and value <= target + 1e-9 * greatest(1, abs(target)) then 2
              when partly is not null then case when value >= partly - 1e-9 * greatest(1, abs(partly)) then 1 else 0 end
              when value > 0 and target > 0 and (case when higher then value / target else target / value end) >= 0.8 - 1e-9 then 1
              else 0 end as target,
         case when prev is null then null
              when (case when higher then value - prev else prev - value end) > 0.02 * abs(prev) + 1e-9 * greatest(1, abs(prev)) then 2
              when (case when higher then value - prev else prev - value end) < -0.02 * abs(prev) - 1e-9 * greatest(1, abs(prev)) then 0
              else 1 end as trend,
         case when others < 8 then null when position <= 0.25 + 1e-9 then 2 when position >= 0.75 - 1e-9 then 0 else 1 end as comparison
    from judged)
select ind, case when age is null or age >= 24 + lag then 3 else coalesce(target, comparison, trend, 3) end as status
  from lenses order by ind;
