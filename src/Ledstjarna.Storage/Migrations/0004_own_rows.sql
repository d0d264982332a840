-- A version per organisation, moved by every statement that changes its rows: what is kept in memory knows when it is old.
create table record_versions (
    organisation_id uuid not null,
    version bigint not null,
    constraint pk_record_versions primary key (organisation_id),
    constraint fk_record_versions_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict
);

create function move_record_version() returns trigger language plpgsql as $$
begin
    insert into record_versions (organisation_id, version)
    select organisation_id, 1 from organisations where organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
    on conflict (organisation_id) do update set version = record_versions.version + 1;
    return null;
end $$;

-- Observations are only ever added to: "what did we know then" can always be answered.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only added to', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger append_only before update or delete on observations for each row execute function refuse_change();

alter table observations add constraint value_or_reason check ((value is null) <> (missing is null));
alter table measures add constraint indicator_or_activity check ((indicator_id is null) <> (activity_id is null));
alter table targets add constraint has_provenance check (decision_id is not null or based_on is not null);

-- Two structures of one organisation are never valid on the same day.
create extension if not exists btree_gist;
alter table goal_structures add constraint one_structure_a_day
    exclude using gist (organisation_id with =, daterange(validity_from, validity_to, '[]') with &&);

-- The second wall: a row is seen and written only by its own organisation, whatever a query forgets.
do $$ declare t text; begin
  for t in select c.table_name from information_schema.columns c
            where c.table_schema = 'public' and c.column_name = 'organisation_id' order by 1 loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own_rows on %I using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)$p$, t);
    if t not in ('record_versions') then
      execute format('create trigger record_version after insert or update or delete on %I for each statement execute function move_record_version()', t);
    end if;
  end loop;
end $$;

-- Which organisations there are is no secret: an address is turned into one before any organisation is chosen.
create policy all_are_known on organisations for select using (true);
