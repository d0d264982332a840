-- What belongs to the installation and to no organisation: the keys that protect cookies.
create schema installation;

create table installation.data_protection_keys (
    name text not null primary key,
    xml text not null
);

-- People.
create table accounts (
    organisation_id uuid not null,
    id uuid not null,
    email text not null,
    name text collate swedish not null,
    password_hash text,
    provider text,
    subject text,
    stamp uuid not null,
    failed_attempts integer not null,
    locked_until timestamptz,
    is_active boolean not null,
    constraint pk_accounts primary key (organisation_id, id),
    constraint fk_accounts_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict
);
create unique index ix_accounts_email on accounts (organisation_id, email);
create unique index ix_accounts_provider_subject on accounts (organisation_id, provider, subject);

create table role_grants (
    organisation_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    role text not null,
    unit_id uuid,
    constraint pk_role_grants primary key (organisation_id, id),
    constraint fk_role_grants_account_id foreign key (organisation_id, account_id) references accounts (organisation_id, id) on delete restrict,
    constraint fk_role_grants_unit_id foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete restrict
);
create index ix_role_grants_account_id on role_grants (organisation_id, account_id);
create index ix_role_grants_unit_id on role_grants (organisation_id, unit_id);

-- What names a thing may be changed: unique, but no key.
alter table organisations drop constraint ak_organisations_slug;
create unique index ix_organisations_slug on organisations (slug);
alter table activities drop constraint ak_activities_organisation_id_code;
create unique index ix_activities_code on activities (organisation_id, code);
alter table principles drop constraint ak_principles_organisation_id_key;
create unique index ix_principles_key on principles (organisation_id, key);
alter table units drop constraint ak_units_organisation_id_abbreviation;
create unique index ix_units_abbreviation on units (organisation_id, abbreviation);
alter table indicators drop constraint ak_indicators_organisation_id_code;
create unique index ix_indicators_code on indicators (organisation_id, code);
alter table goals drop constraint ak_goals_organisation_id_structure_id_number;
create unique index ix_goals_structure_id_number on goals (organisation_id, structure_id, number);
alter table follow_ups drop constraint ak_follow_ups_organisation_id_cut_off;
create unique index ix_follow_ups_cut_off on follow_ups (organisation_id, cut_off);

-- The log of changes: only ever added to, each link with the hash of the one before.
create table changes (
    organisation_id uuid not null,
    number bigint not null,
    at timestamptz not null,
    account_id uuid,
    by text not null,
    kind text not null,
    thing_kind text not null,
    thing_id text not null,
    thing_name text not null,
    why text,
    fields text not null,
    previous_hash bytea not null,
    hash bytea not null,
    constraint pk_changes primary key (organisation_id, number),
    constraint fk_changes_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict
);
create index ix_changes_thing_kind_thing_id_number on changes (organisation_id, thing_kind, thing_id, number);
create trigger append_only before update or delete on changes for each row execute function refuse_change();

-- What goals come from, what they are placed in, and how they are reached.
create table documents (
    organisation_id uuid not null,
    id uuid not null,
    title text collate swedish not null,
    decision_id uuid,
    unit_id uuid,
    address text,
    goals uuid[] not null,
    validity_from date,
    validity_to date,
    constraint pk_documents primary key (organisation_id, id),
    constraint fk_documents_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_documents_unit_id foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete restrict
);
create index ix_documents_decision_id on documents (organisation_id, decision_id);
create index ix_documents_unit_id on documents (organisation_id, unit_id);

create table goal_sources (
    organisation_id uuid not null,
    id uuid not null,
    goal_id uuid not null,
    kind text not null,
    title text not null,
    note text,
    address text,
    decision_id uuid,
    document_id uuid,
    constraint pk_goal_sources primary key (organisation_id, id),
    constraint fk_goal_sources_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict,
    constraint fk_goal_sources_document_id foreign key (organisation_id, document_id) references documents (organisation_id, id) on delete restrict,
    constraint fk_goal_sources_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict
);
create index ix_goal_sources_decision_id on goal_sources (organisation_id, decision_id);
create index ix_goal_sources_document_id on goal_sources (organisation_id, document_id);
create index ix_goal_sources_goal_id on goal_sources (organisation_id, goal_id);

create table mappings (
    organisation_id uuid not null,
    id uuid not null,
    goal_id uuid,
    indicator_id uuid,
    system text not null,
    code text,
    title text not null,
    constraint pk_mappings primary key (organisation_id, id),
    constraint fk_mappings_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict,
    constraint fk_mappings_indicator_id foreign key (organisation_id, indicator_id) references indicators (organisation_id, id) on delete restrict,
    constraint goal_or_indicator check ((goal_id is null) <> (indicator_id is null))
);
create index ix_mappings_goal_id on mappings (organisation_id, goal_id);
create index ix_mappings_indicator_id on mappings (organisation_id, indicator_id);

create table strategy_goals (
    organisation_id uuid not null,
    strategy_id uuid not null,
    goal_id uuid not null,
    constraint pk_strategy_goals primary key (organisation_id, strategy_id, goal_id),
    constraint fk_strategy_goals_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict,
    constraint fk_strategy_goals_strategy_id foreign key (organisation_id, strategy_id) references strategies (organisation_id, id) on delete restrict
);
create index ix_strategy_goals_goal_id on strategy_goals (organisation_id, goal_id);

alter table strategies
    add state text not null default 'Adopted',
    add proposer text,
    add competes_with_id uuid,
    add reservations text,
    add last_day date,
    add ended_by uuid,
    add constraint fk_strategies_competes_with_id foreign key (organisation_id, competes_with_id) references strategies (organisation_id, id) on delete restrict,
    add constraint fk_strategies_ended_by foreign key (organisation_id, ended_by) references decisions (organisation_id, id) on delete restrict;
alter table strategies alter state drop default;
create index ix_strategies_competes_with_id on strategies (organisation_id, competes_with_id);
create index ix_strategies_ended_by on strategies (organisation_id, ended_by);

alter table organisations add comparison_municipalities text[] not null default '{}';
alter table organisations alter comparison_municipalities drop default;

-- What was ended, and by which decision.
do $$ declare t text; begin
  foreach t in array array['clarifications', 'measures', 'targets'] loop
    execute format('alter table %I add last_day date, add ended_by uuid, add constraint fk_%s_ended_by foreign key (organisation_id, ended_by) references decisions (organisation_id, id) on delete restrict', t, t);
    execute format('create index ix_%s_ended_by on %I (organisation_id, ended_by)', t, t);
  end loop;
end $$;
alter table goals
    add ended_by uuid,
    add constraint fk_goals_ended_by foreign key (organisation_id, ended_by) references decisions (organisation_id, id) on delete restrict;
create index ix_goals_ended_by on goals (organisation_id, ended_by);

do $$ declare t text; begin
  foreach t in array array['accounts', 'role_grants', 'changes', 'documents', 'goal_sources', 'mappings', 'strategy_goals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own_rows on %I using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)$p$, t);
  end loop;
  foreach t in array array['documents', 'goal_sources', 'mappings', 'strategy_goals'] loop
    execute format('create trigger record_version after insert or update or delete on %I for each statement execute function move_record_version()', t);
  end loop;
end $$;
