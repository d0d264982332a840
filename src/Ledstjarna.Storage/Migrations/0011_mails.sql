-- Mails to people: read in the product, and sent when there is a server for it.
create table mails (
    organisation_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    key text not null,
    subject text not null,
    body text not null,
    link text not null,
    queued_at timestamptz not null,
    sent_at timestamptz,
    attempts integer not null,
    next_attempt_at timestamptz,
    claimed_until timestamptz,
    last_error text,
    read_at timestamptz,
    constraint pk_mails primary key (organisation_id, id),
    constraint fk_mails_account_id foreign key (organisation_id, account_id) references accounts (organisation_id, id) on delete restrict,
    constraint subject_is_one_line check (subject !~ '[\r\n]' and length(subject) <= 200)
);
create unique index ix_mails_key on mails (organisation_id, key);
create index ix_mails_account_id on mails (organisation_id, account_id);
create index ix_mails_next_attempt_at on mails (organisation_id, next_attempt_at);

-- Nothing that is steered by: what is kept in memory does not move with them.
alter table mails enable row level security;
alter table mails force row level security;
create policy own_rows on mails using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
