-- Words that are nearly alike: forgiving of spelling.
create extension if not exists pg_trgm;

-- Every text that can be searched for: what it is (kind, id), its number or code, its name, the rest of it, and whether the pages show it to
-- everyone who may read. As the one who asks: row-level security counts.
create view search_texts with (security_invoker = true) as
select organisation_id, kind, id, code, title, body, is_public,
       setweight(to_tsvector('swedish', lower(concat_ws(' ', code, title) collate swedish)), 'A')
       || setweight(to_tsvector('swedish', lower(coalesce(body, '') collate swedish)), 'C') as words
  from (
    -- The wording of what lies under a council goal stands on no page.
    select organisation_id, 'Goal' as kind, id::text as id, number as code, short_name as title,
           case when kind <> 'Council' or level = 0 then wording end as body, true as is_public
      from goals
    union all
    select organisation_id, 'Clarification', goal_id || '.' || number, null, null, text, true from clarifications
    union all
    select organisation_id, 'ExpectedOutcome', goal_id || '.' || budget_year, null, null, text, true from expected_outcomes
    union all
    -- Of the strategies those adopted, under the council's goals.
    select s.organisation_id, 'Strategy', s.id::text, null, null, s.text, s.state = 'Adopted' and g.kind = 'Council'
      from strategies s join goals g on g.organisation_id = s.organisation_id and g.id = s.goal_id
    union all
    select organisation_id, 'Indicator', id::text, code, name, concat_ws(' ', definition, nullif(source, 'Exempel')), true from indicators
    union all
    select a.organisation_id, 'Activity', a.id::text, null, a.name, null,
           exists (select from measures m where m.organisation_id = a.organisation_id and m.activity_id = a.id)
      from activities a
    union all
    select d.organisation_id, 'Decision', d.id::text,
           concat_ws(' ', u.abbreviation, to_char(d.meeting_date, case when d.day_is_known then 'YYYY-MM-DD' else 'YYYY-MM' end), '§ ' || d.paragraph),
           d.subject, u.name, true
      from decisions d join units u on u.organisation_id = d.organisation_id and u.id = d.body_id
    union all
    select organisation_id, 'Document', id::text, null, title, null, address is not null from documents
    union all
    select organisation_id, 'Unit', id::text, abbreviation, name, null, true from units
    union all
    -- Of the judgements of a thing in a follow-up the last of each layer, on the axis that leads there.
    select * from (
      select distinct on (j.organisation_id, j.follow_up_id, j.subject, j.of, j.layer)
             j.organisation_id, 'Judgement', j.id::text, null, null, j.reason, true
        from judgements j join follow_ups f on f.organisation_id = j.organisation_id and f.id = j.follow_up_id
       where j.subject in ('Goal', 'Indicator')
         and j.axis = case when f.kind in ('Tertial1', 'Tertial2') and f.horizon is not null then 'Forecast' else 'Outcome' end
       order by j.organisation_id, j.follow_up_id, j.subject, j.of, j.layer, j."on" desc
    ) judged(organisation_id, kind, id, code, title, body, is_public)
     where body is not null
    union all
    -- Of the notes on figures those on the latest record of the whole.
    select organisation_id, 'Note', id::text, null, null, note, true from (
      select distinct on (organisation_id, indicator_id, period) organisation_id, id, note, missing
        from observations where breakdown = 'Total'
       order by organisation_id, indicator_id, period, recorded_on desc, sequence desc
    ) latest
     where note is not null and missing is distinct from 'Withdrawn'
    union all
    select organisation_id, 'Break', indicator_id || '.' || day, null, null, reason, true from indicator_breaks
    union all
    select organisation_id, 'Principle', id::text, null, name, concat_ws(' ', words, source_note), true from principles
    union all
    -- The vision that reaches furthest is the one shown.
    select organisation_id, 'Vision', id::text, null, name, text,
           reaches_to = (select max(x.reaches_to) from visions x where x.organisation_id = v.organisation_id)
      from visions v
  ) texts;
