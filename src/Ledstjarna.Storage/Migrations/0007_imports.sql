-- Files that someone is about to bring in, kept until they have been looked through, and how columns were matched.
create table uploads (
    organisation_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    file_name text not null,
    content bytea not null,
    columns text[] not null,
    at timestamptz not null,
    constraint pk_uploads primary key (organisation_id, id),
    constraint fk_uploads_account_id foreign key (organisation_id, account_id) references accounts (organisation_id, id) on delete restrict
);
create index ix_uploads_account_id on uploads (organisation_id, account_id);

create table column_matches (
    organisation_id uuid not null,
    headings text not null,
    columns text[] not null,
    constraint pk_column_matches primary key (organisation_id, headings),
    constraint fk_column_matches_organisation_id foreign key (organisation_id) references organisations (organisation_id) on delete restrict
);

do $$ declare t text; begin
  foreach t in array array['uploads', 'column_matches'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own_rows on %I using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)$p$, t);
  end loop;
end $$;
