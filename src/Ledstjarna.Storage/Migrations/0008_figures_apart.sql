-- Figures are many and only added to: what is kept in memory takes in the new ones, as long as nothing else has moved.
alter table record_versions add rest bigint not null default 0;
alter table record_versions alter rest drop default;

create or replace function move_record_version() returns trigger language plpgsql as $$
declare other integer := (tg_table_name <> 'observations')::integer;
begin
    insert into record_versions (organisation_id, version, rest)
    select organisation_id, 1, other from organisations where organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
    on conflict (organisation_id) do update set version = record_versions.version + 1, rest = record_versions.rest + other;
    return null;
end $$;
