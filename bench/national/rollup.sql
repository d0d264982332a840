-- One level of the tree, of the level under it. {into} and {from} are filled in; the same for both databases but for how a table is made.
{create} {into} as
with sums as (
  select node, mun, year, sum(low) / 2.0 / count(*) as low_score, sum(high) / 2.0 / count(*) as high_score,
         sum(case when status < 3 then status end) / 2.0 / nullif(sum(case when status < 3 then 1 end), 0) as rated_score,
         sum(coverage) / count(*) as coverage, sum(carried) / count(*) as carried
    from {from} group by node, mun, year),
placed as (
  select *, case when low_score >= 0.75 - 1e-9 then 2 when low_score >= 0.4 - 1e-9 then 1 else 0 end as low,
         case when high_score >= 0.75 - 1e-9 then 2 when high_score >= 0.4 - 1e-9 then 1 else 0 end as high,
         case when rated_score >= 0.75 - 1e-9 then 2 when rated_score >= 0.4 - 1e-9 then 1 when rated_score is not null then 0 end as rated
    from sums),
rolled as (
  select *, case when low = high then low when rated is null then 3 else greatest(low, least(high, rated)) end as status,
         greatest(low_score, least(high_score, rated_score)) as score
    from placed)
select t.parent as node, r.node as of_node, r.mun, r.year, r.status, r.low, r.high, r.low_score, r.high_score,
       case when r.rated_score is not null then r.score end as score,
       r.status <> 3 and r.rated_score is not null and (abs(r.score - 0.75) < 0.05 - 1e-9 or abs(r.score - 0.4) < 0.05 - 1e-9) as near,
       r.coverage as own_coverage, r.carried as own_carried,
       case when r.status = 3 then 0 else r.coverage end as coverage, case when r.status = 3 then 0 else r.carried end as carried
  from rolled r join tree t on t.node = r.node;
