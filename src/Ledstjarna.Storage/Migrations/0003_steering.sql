-- What an organisation steers by. organisation_id comes first in every key.
create table organisations (
    organisation_id uuid not null,
    name text collate swedish not null,
    municipality_code text not null,
    slug text not null,
    is_demo boolean not null,
    constraint pk_organisations primary key (organisation_id),
    constraint ak_organisations_slug unique (slug)
);

create table activities (
    organisation_id uuid not null,
    id uuid not null,
    code text not null,
    name text collate swedish not null,
    state text not null,
    due date not null,
    finished_on date,
    responsible_units uuid[] not null,
    is_example boolean not null,
    constraint pk_activities primary key (organisation_id, id),
    constraint ak_activities_organisation_id_code unique (organisation_id, code),
    constraint fk_activities_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict
);

create table principles (
    organisation_id uuid not null,
    id uuid not null,
    key text not null,
    name text collate swedish not null,
    words text not null,
    source_note text not null,
    rule jsonb not null,
    "order" integer not null,
    constraint pk_principles primary key (organisation_id, id),
    constraint ak_principles_organisation_id_key unique (organisation_id, key),
    constraint fk_principles_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict
);

create table units (
    organisation_id uuid not null,
    id uuid not null,
    kind text not null,
    abbreviation text not null,
    name text collate swedish not null,
    parent_id uuid,
    validity_from date,
    validity_to date,
    constraint pk_units primary key (organisation_id, id),
    constraint ak_units_organisation_id_abbreviation unique (organisation_id, abbreviation),
    constraint fk_units_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict,
    constraint fk_units_parent_id foreign key (organisation_id, parent_id) references units (organisation_id, id) on delete restrict
);

create table decisions (
    organisation_id uuid not null,
    id uuid not null,
    body_id uuid not null,
    meeting_date date not null,
    day_is_known boolean not null,
    paragraph integer,
    subject text not null,
    is_example boolean not null,
    constraint pk_decisions primary key (organisation_id, id),
    constraint fk_decisions_body_id foreign key (organisation_id, body_id) references units (organisation_id, id) on delete restrict
);

create table indicators (
    organisation_id uuid not null,
    id uuid not null,
    code text not null,
    name text collate swedish not null,
    definition text,
    unit text not null,
    decimals integer not null,
    direction text not null,
    quality text not null,
    cadence_months double precision not null,
    lag_months double precision not null,
    carry double precision,
    source_kind text not null,
    source text not null,
    source_address text,
    level text not null,
    owner_id uuid,
    substitute_id uuid,
    smallest_answers integer,
    comparison_code text,
    is_example boolean not null,
    constraint pk_indicators primary key (organisation_id, id),
    constraint ak_indicators_organisation_id_code unique (organisation_id, code),
    constraint fk_indicators_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict,
    constraint fk_indicators_owner_id foreign key (organisation_id, owner_id) references units (organisation_id, id) on delete restrict,
    constraint fk_indicators_substitute_id foreign key (organisation_id, substitute_id) references indicators (organisation_id, id) on delete restrict
);

create table terms (
    organisation_id uuid not null,
    id uuid not null,
    unit_id uuid not null,
    validity_from date,
    validity_to date,
    constraint pk_terms primary key (organisation_id, id),
    constraint fk_terms_unit_id foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete restrict
);

create table goal_structures (
    organisation_id uuid not null,
    id uuid not null,
    name text not null,
    stem text,
    level_names text[] not null,
    decision_id uuid,
    principle_id uuid not null,
    validity_from date,
    validity_to date,
    constraint pk_goal_structures primary key (organisation_id, id),
    constraint fk_goal_structures_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_goal_structures_principle_id foreign key (organisation_id, principle_id) references principles (organisation_id, id) on delete restrict
);

create table visions (
    organisation_id uuid not null,
    id uuid not null,
    name text not null,
    text text not null,
    reaches_to integer not null,
    decision_id uuid,
    constraint pk_visions primary key (organisation_id, id),
    constraint fk_visions_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict
);

create table indicator_breaks (
    organisation_id uuid not null,
    indicator_id uuid not null,
    day date not null,
    reason text not null,
    constraint pk_indicator_breaks primary key (organisation_id, indicator_id, day),
    constraint fk_indicator_breaks_indicator_id foreign key (organisation_id, indicator_id) references indicators (organisation_id, id) on delete restrict
);

create table observations (
    organisation_id uuid not null,
    id uuid not null,
    indicator_id uuid not null,
    period text not null,
    breakdown text not null,
    value double precision,
    missing text,
    margin double precision,
    recorded_on date not null,
    sequence bigint generated always as identity,
    answers integer,
    asked integer,
    is_preliminary boolean not null,
    recorded_by text not null,
    note text,
    expected_on date,
    is_example boolean not null,
    constraint pk_observations primary key (organisation_id, id),
    constraint fk_observations_indicator_id foreign key (organisation_id, indicator_id) references indicators (organisation_id, id) on delete restrict
);

create table targets (
    organisation_id uuid not null,
    id uuid not null,
    indicator_id uuid not null,
    kind text not null,
    low double precision,
    high double precision,
    partly_low double precision,
    partly_high double precision,
    "from" date,
    due date,
    mean_of integer,
    since text,
    decision_id uuid,
    based_on text,
    is_example boolean not null,
    constraint pk_targets primary key (organisation_id, id),
    constraint fk_targets_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_targets_indicator_id foreign key (organisation_id, indicator_id) references indicators (organisation_id, id) on delete restrict
);

create table follow_ups (
    organisation_id uuid not null,
    id uuid not null,
    kind text not null,
    cut_off date not null,
    known_at date not null,
    horizon date,
    structure_id uuid not null,
    principle_id uuid not null,
    decision_id uuid,
    constraint pk_follow_ups primary key (organisation_id, id),
    constraint ak_follow_ups_organisation_id_cut_off unique (organisation_id, cut_off),
    constraint fk_follow_ups_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_follow_ups_principle_id foreign key (organisation_id, principle_id) references principles (organisation_id, id) on delete restrict,
    constraint fk_follow_ups_structure_id foreign key (organisation_id, structure_id) references goal_structures (organisation_id, id) on delete restrict
);

create table goals (
    organisation_id uuid not null,
    id uuid not null,
    structure_id uuid not null,
    parent_id uuid,
    kind text not null,
    level integer not null,
    number text not null,
    short_name text collate swedish not null,
    wording text,
    "order" integer not null,
    weight double precision not null,
    is_key boolean not null,
    economy_mark text not null,
    unit_id uuid,
    decision_id uuid,
    mirrors integer[] not null,
    is_example boolean not null,
    validity_from date,
    validity_to date,
    constraint pk_goals primary key (organisation_id, id),
    constraint ak_goals_organisation_id_structure_id_number unique (organisation_id, structure_id, number),
    constraint fk_goals_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_goals_parent_id foreign key (organisation_id, parent_id) references goals (organisation_id, id) on delete restrict,
    constraint fk_goals_structure_id foreign key (organisation_id, structure_id) references goal_structures (organisation_id, id) on delete restrict,
    constraint fk_goals_unit_id foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete restrict
);

create table judgements (
    organisation_id uuid not null,
    id uuid not null,
    follow_up_id uuid not null,
    axis text not null,
    layer text not null,
    subject text not null,
    of text not null,
    status text not null,
    reason text,
    by text not null,
    "on" date not null,
    decision_id uuid,
    is_example boolean not null,
    constraint pk_judgements primary key (organisation_id, id),
    constraint fk_judgements_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_judgements_follow_up_id foreign key (organisation_id, follow_up_id) references follow_ups (organisation_id, id) on delete restrict
);

create table clarifications (
    organisation_id uuid not null,
    goal_id uuid not null,
    number integer not null,
    text text not null,
    is_example boolean not null,
    constraint pk_clarifications primary key (organisation_id, goal_id, number),
    constraint fk_clarifications_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict
);

create table contributions (
    organisation_id uuid not null,
    goal_id uuid not null,
    council_goal_id uuid not null,
    constraint pk_contributions primary key (organisation_id, goal_id, council_goal_id),
    constraint fk_contributions_council_goal_id foreign key (organisation_id, council_goal_id) references goals (organisation_id, id) on delete restrict,
    constraint fk_contributions_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict
);

create table convention_effects (
    organisation_id uuid not null,
    goal_id uuid not null,
    article integer not null,
    effect integer not null,
    is_especially boolean not null,
    text text,
    constraint pk_convention_effects primary key (organisation_id, goal_id, article),
    constraint fk_convention_effects_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict
);

create table expected_outcomes (
    organisation_id uuid not null,
    goal_id uuid not null,
    budget_year integer not null,
    text text not null,
    is_example boolean not null,
    constraint pk_expected_outcomes primary key (organisation_id, goal_id, budget_year),
    constraint fk_expected_outcomes_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict
);

create table global_goal_links (
    organisation_id uuid not null,
    goal_id uuid not null,
    global_goal integer not null,
    is_example boolean not null,
    constraint pk_global_goal_links primary key (organisation_id, goal_id, global_goal),
    constraint fk_global_goal_links_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict
);

create table measures (
    organisation_id uuid not null,
    goal_id uuid not null,
    "order" integer not null,
    indicator_id uuid,
    activity_id uuid,
    weight double precision not null,
    is_key boolean not null,
    constraint pk_measures primary key (organisation_id, goal_id, "order"),
    constraint fk_measures_activity_id foreign key (organisation_id, activity_id) references activities (organisation_id, id) on delete restrict,
    constraint fk_measures_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict,
    constraint fk_measures_indicator_id foreign key (organisation_id, indicator_id) references indicators (organisation_id, id) on delete restrict
);

create table strategies (
    organisation_id uuid not null,
    id uuid not null,
    goal_id uuid not null,
    "order" integer not null,
    text text not null,
    decision_id uuid,
    constraint pk_strategies primary key (organisation_id, id),
    constraint fk_strategies_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_strategies_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict
);

create index ix_contributions_council_goal_id on contributions (organisation_id, council_goal_id);
create index ix_decisions_body_id on decisions (organisation_id, body_id);
create index ix_follow_ups_decision_id on follow_ups (organisation_id, decision_id);
create index ix_follow_ups_principle_id on follow_ups (organisation_id, principle_id);
create index ix_follow_ups_structure_id on follow_ups (organisation_id, structure_id);
create index ix_goal_structures_decision_id on goal_structures (organisation_id, decision_id);
create index ix_goal_structures_principle_id on goal_structures (organisation_id, principle_id);
create index ix_goals_decision_id on goals (organisation_id, decision_id);
create index ix_goals_parent_id on goals (organisation_id, parent_id);
create index ix_goals_unit_id on goals (organisation_id, unit_id);
create index ix_indicators_owner_id on indicators (organisation_id, owner_id);
create index ix_indicators_substitute_id on indicators (organisation_id, substitute_id);
create index ix_judgements_decision_id on judgements (organisation_id, decision_id);
create index ix_judgements_follow_up_id on judgements (organisation_id, follow_up_id);
create index ix_measures_activity_id on measures (organisation_id, activity_id);
create index ix_measures_indicator_id on measures (organisation_id, indicator_id);
create index ix_observations_indicator_id_period on observations (organisation_id, indicator_id, period);
create index ix_strategies_decision_id on strategies (organisation_id, decision_id);
create index ix_strategies_goal_id on strategies (organisation_id, goal_id);
create index ix_targets_decision_id on targets (organisation_id, decision_id);
create index ix_targets_indicator_id on targets (organisation_id, indicator_id);
create index ix_terms_unit_id on terms (organisation_id, unit_id);
create index ix_units_parent_id on units (organisation_id, parent_id);
create index ix_visions_decision_id on visions (organisation_id, decision_id);
