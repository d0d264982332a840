-- Matters with their documents, what decisions say, assignments, and who may decide what.
create table matters (
    organisation_id uuid not null,
    id uuid not null,
    diary_number text not null,
    title text collate swedish not null,
    unit_id uuid,
    handler_role text,
    summary text,
    is_example boolean not null,
    constraint pk_matters primary key (organisation_id, id),
    constraint fk_matters_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict,
    constraint fk_matters_unit_id foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete restrict
);
create unique index ix_matters_diary_number on matters (organisation_id, diary_number);
create index ix_matters_unit_id on matters (organisation_id, unit_id);

create table matter_documents (
    organisation_id uuid not null,
    id uuid not null,
    matter_id uuid not null,
    title text not null,
    file_name text not null,
    media_type text not null,
    size bigint not null,
    added_on date not null,
    added_by text not null,
    constraint pk_matter_documents primary key (organisation_id, id),
    constraint fk_matter_documents_matter_id foreign key (organisation_id, matter_id) references matters (organisation_id, id) on delete restrict
);
create index ix_matter_documents_matter_id on matter_documents (organisation_id, matter_id);

-- Apart from what is read at every change: large, and only read when someone asks for one.
create table document_files (
    organisation_id uuid not null,
    id uuid not null,
    content bytea not null,
    constraint pk_document_files primary key (organisation_id, id),
    constraint fk_document_files_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict
);

alter table decisions
    add kind text not null default 'Decision',
    add outcome text,
    add referred_to_id uuid,
    add text text,
    add reservations text,
    add minutes text not null default 'Adjusted',
    add matter_id uuid,
    add constraint fk_decisions_matter_id foreign key (organisation_id, matter_id) references matters (organisation_id, id) on delete restrict,
    add constraint fk_decisions_referred_to_id foreign key (organisation_id, referred_to_id) references units (organisation_id, id) on delete restrict;
alter table decisions alter kind drop default, alter minutes drop default;
create index ix_decisions_matter_id on decisions (organisation_id, matter_id);
create index ix_decisions_referred_to_id on decisions (organisation_id, referred_to_id);

create table competences (
    organisation_id uuid not null,
    kind text not null,
    bodies text[] not null,
    constraint pk_competences primary key (organisation_id, kind),
    constraint fk_competences_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict
);

create table assignments (
    organisation_id uuid not null,
    id uuid not null,
    decision_id uuid not null,
    text text not null,
    unit_id uuid not null,
    role text,
    report_by date,
    reported_on date,
    report text,
    closed_by_id uuid,
    withdrawn_by_id uuid,
    is_example boolean not null,
    constraint pk_assignments primary key (organisation_id, id),
    constraint fk_assignments_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_assignments_unit_id foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete restrict,
    constraint fk_assignments_closed_by_id foreign key (organisation_id, closed_by_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_assignments_withdrawn_by_id foreign key (organisation_id, withdrawn_by_id) references decisions (organisation_id, id) on delete restrict,
    constraint closed_or_withdrawn check (closed_by_id is null or withdrawn_by_id is null)
);
create index ix_assignments_decision_id on assignments (organisation_id, decision_id);
create index ix_assignments_unit_id on assignments (organisation_id, unit_id);
create index ix_assignments_closed_by_id on assignments (organisation_id, closed_by_id);
create index ix_assignments_withdrawn_by_id on assignments (organisation_id, withdrawn_by_id);

-- The ambition level: a package with its states and dates, and what it holds.
create table ambition_levels (
    organisation_id uuid not null,
    id uuid not null,
    name text collate swedish not null,
    body_id uuid not null,
    structure_id uuid not null,
    principle_id uuid not null,
    state text not null,
    decision_id uuid,
    validity_from date,
    validity_to date,
    for_follow_ups_from date,
    copied_from_id uuid,
    matter_id uuid,
    note text,
    evaluated_on date,
    is_example boolean not null,
    constraint pk_ambition_levels primary key (organisation_id, id),
    constraint fk_ambition_levels_body_id foreign key (organisation_id, body_id) references units (organisation_id, id) on delete restrict,
    constraint fk_ambition_levels_structure_id foreign key (organisation_id, structure_id) references goal_structures (organisation_id, id) on delete restrict,
    constraint fk_ambition_levels_principle_id foreign key (organisation_id, principle_id) references principles (organisation_id, id) on delete restrict,
    constraint fk_ambition_levels_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_ambition_levels_copied_from_id foreign key (organisation_id, copied_from_id) references ambition_levels (organisation_id, id) on delete restrict,
    constraint fk_ambition_levels_matter_id foreign key (organisation_id, matter_id) references matters (organisation_id, id) on delete restrict,
    constraint adopted_by_decision check (state not in ('Adopted', 'Rejected', 'SentBack') or decision_id is not null)
);
create index ix_ambition_levels_body_id on ambition_levels (organisation_id, body_id);
create index ix_ambition_levels_structure_id on ambition_levels (organisation_id, structure_id);
create index ix_ambition_levels_principle_id on ambition_levels (organisation_id, principle_id);
create index ix_ambition_levels_decision_id on ambition_levels (organisation_id, decision_id);
create index ix_ambition_levels_copied_from_id on ambition_levels (organisation_id, copied_from_id);
create index ix_ambition_levels_matter_id on ambition_levels (organisation_id, matter_id);

-- An area may be one that comes to be when the level is adopted, so it points to no goal.
create table ambition_areas (
    organisation_id uuid not null,
    level_id uuid not null,
    goal_id uuid not null,
    parent_id uuid,
    number text not null,
    short_name text not null,
    "order" integer not null,
    weight double precision not null,
    is_key boolean not null,
    mirrors integer[] not null,
    is_example boolean not null,
    constraint pk_ambition_areas primary key (organisation_id, level_id, goal_id),
    constraint fk_ambition_areas_level_id foreign key (organisation_id, level_id) references ambition_levels (organisation_id, id) on delete restrict
);

create table ambition_measures (
    organisation_id uuid not null,
    id uuid not null,
    level_id uuid not null,
    area_id uuid not null,
    "order" integer not null,
    indicator_id uuid,
    activity_id uuid,
    weight double precision not null,
    is_key boolean not null,
    constraint pk_ambition_measures primary key (organisation_id, id),
    constraint fk_ambition_measures_area_id foreign key (organisation_id, level_id, area_id) references ambition_areas (organisation_id, level_id, goal_id) on delete restrict,
    constraint fk_ambition_measures_indicator_id foreign key (organisation_id, indicator_id) references indicators (organisation_id, id) on delete restrict,
    constraint fk_ambition_measures_activity_id foreign key (organisation_id, activity_id) references activities (organisation_id, id) on delete restrict,
    constraint indicator_or_activity check ((indicator_id is null) <> (activity_id is null))
);
create index ix_ambition_measures_level_id_area_id on ambition_measures (organisation_id, level_id, area_id);
create index ix_ambition_measures_indicator_id on ambition_measures (organisation_id, indicator_id);
create index ix_ambition_measures_activity_id on ambition_measures (organisation_id, activity_id);

create table ambition_targets (
    organisation_id uuid not null,
    id uuid not null,
    level_id uuid not null,
    indicator_id uuid not null,
    kind text not null,
    low double precision,
    high double precision,
    partly_low double precision,
    partly_high double precision,
    due date,
    mean_of integer,
    since text,
    why text,
    is_example boolean not null,
    constraint pk_ambition_targets primary key (organisation_id, id),
    constraint fk_ambition_targets_level_id foreign key (organisation_id, level_id) references ambition_levels (organisation_id, id) on delete restrict,
    constraint fk_ambition_targets_indicator_id foreign key (organisation_id, indicator_id) references indicators (organisation_id, id) on delete restrict
);
create index ix_ambition_targets_level_id on ambition_targets (organisation_id, level_id);
create index ix_ambition_targets_indicator_id on ambition_targets (organisation_id, indicator_id);

alter table measures add first_day date;

-- Memos to the bodies, with what was sent.
create table memo_templates (
    organisation_id uuid not null,
    id uuid not null,
    name text collate swedish not null,
    sections text[] not null,
    source_note text,
    base_file_name text,
    constraint pk_memo_templates primary key (organisation_id, id),
    constraint fk_memo_templates_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict
);

create table memos (
    organisation_id uuid not null,
    id uuid not null,
    matter_id uuid not null,
    template_id uuid not null,
    title text not null,
    to_id uuid not null,
    from_id uuid,
    date date not null,
    handler_role text,
    send_to text[] not null,
    sections jsonb not null,
    is_example boolean not null,
    constraint pk_memos primary key (organisation_id, id),
    constraint fk_memos_matter_id foreign key (organisation_id, matter_id) references matters (organisation_id, id) on delete restrict,
    constraint fk_memos_template_id foreign key (organisation_id, template_id) references memo_templates (organisation_id, id) on delete restrict,
    constraint fk_memos_to_id foreign key (organisation_id, to_id) references units (organisation_id, id) on delete restrict,
    constraint fk_memos_from_id foreign key (organisation_id, from_id) references units (organisation_id, id) on delete restrict
);
create index ix_memos_matter_id on memos (organisation_id, matter_id);
create index ix_memos_template_id on memos (organisation_id, template_id);
create index ix_memos_to_id on memos (organisation_id, to_id);
create index ix_memos_from_id on memos (organisation_id, from_id);

create table dispatches (
    organisation_id uuid not null,
    id uuid not null,
    memo_id uuid not null,
    "to" text not null,
    "on" date not null,
    by text not null,
    how text,
    constraint pk_dispatches primary key (organisation_id, id),
    constraint fk_dispatches_memo_id foreign key (organisation_id, memo_id) references memos (organisation_id, id) on delete restrict
);
create index ix_dispatches_memo_id on dispatches (organisation_id, memo_id);

do $$ declare t text; begin
  foreach t in array array['matters', 'matter_documents', 'document_files', 'competences', 'assignments', 'ambition_levels', 'ambition_areas',
                           'ambition_measures', 'ambition_targets', 'memo_templates', 'memos', 'dispatches'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own_rows on %I using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)$p$, t);
    if t <> 'document_files' then
      execute format('create trigger record_version after insert or update or delete on %I for each statement execute function move_record_version()', t);
    end if;
  end loop;
end $$;

-- Searched for as well: matters, and what decisions say once the minutes are adjusted.
create or replace view search_texts with (security_invoker = true) as
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
           d.subject, concat_ws(' ', u.name, case when d.minutes <> 'Unadjusted' then d.text end), true
      from decisions d join units u on u.organisation_id = d.organisation_id and u.id = d.body_id
    union all
    select organisation_id, 'Matter', id::text, diary_number, title, summary, true from matters
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
