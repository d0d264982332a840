-- The follow-up's way from the year's plan to what residents see. Those there already were decided and shown.
alter table follow_ups
    add state text not null default 'Published',
    add level_id uuid,
    add experts_by date,
    add units_by date,
    add board_by date,
    add remind_days_before integer,
    add surveyed uuid[] not null default '{}',
    add overall text,
    add is_example boolean not null default false,
    add constraint fk_follow_ups_level_id foreign key (organisation_id, level_id) references ambition_levels (organisation_id, id) on delete restrict;
alter table follow_ups alter state drop default, alter surveyed drop default, alter is_example drop default;
update follow_ups set state = 'Open' where decision_id is null;
create index ix_follow_ups_level_id on follow_ups (organisation_id, level_id);

-- Who is asked for what, and what they say. Texts move nothing else, so they do not move the record's version.
create table requests (
    organisation_id uuid not null,
    id uuid not null,
    follow_up_id uuid not null,
    goal_id uuid not null,
    unit_id uuid not null,
    account_id uuid,
    stand_in_id uuid,
    judges_goal boolean not null,
    due date,
    reported_at timestamp with time zone,
    reported_by text,
    report jsonb not null,
    version integer not null,
    exception_until date,
    exception_note text,
    is_example boolean not null,
    constraint pk_requests primary key (organisation_id, id),
    constraint fk_requests_follow_up_id foreign key (organisation_id, follow_up_id) references follow_ups (organisation_id, id) on delete restrict,
    constraint fk_requests_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict,
    constraint fk_requests_unit_id foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete restrict,
    constraint fk_requests_account_id foreign key (organisation_id, account_id) references accounts (organisation_id, id) on delete restrict,
    constraint fk_requests_stand_in_id foreign key (organisation_id, stand_in_id) references accounts (organisation_id, id) on delete restrict
);
create unique index ix_requests_follow_up_id_goal_id_unit_id on requests (organisation_id, follow_up_id, goal_id, unit_id);
create index ix_requests_goal_id on requests (organisation_id, goal_id);
create index ix_requests_unit_id on requests (organisation_id, unit_id);
create index ix_requests_account_id on requests (organisation_id, account_id);
create index ix_requests_stand_in_id on requests (organisation_id, stand_in_id);

-- What a body decided, and the rows it rested on as they then were.
create table frozen_follow_ups (
    organisation_id uuid not null,
    id uuid not null,
    follow_up_id uuid not null,
    number integer not null,
    body_id uuid not null,
    decision_id uuid not null,
    is_whole boolean not null,
    at timestamp with time zone not null,
    by text not null,
    withdrawn_at timestamp with time zone,
    constraint pk_frozen_follow_ups primary key (organisation_id, id),
    constraint fk_frozen_follow_ups_follow_up_id foreign key (organisation_id, follow_up_id) references follow_ups (organisation_id, id) on delete restrict,
    constraint fk_frozen_follow_ups_body_id foreign key (organisation_id, body_id) references units (organisation_id, id) on delete restrict,
    constraint fk_frozen_follow_ups_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict
);
create unique index ix_frozen_follow_ups_follow_up_id_number on frozen_follow_ups (organisation_id, follow_up_id, number);
create index ix_frozen_follow_ups_body_id on frozen_follow_ups (organisation_id, body_id);
create index ix_frozen_follow_ups_decision_id on frozen_follow_ups (organisation_id, decision_id);

create table frozen_contents (
    organisation_id uuid not null,
    id uuid not null,
    content jsonb not null,
    ratings jsonb not null,
    constraint pk_frozen_contents primary key (organisation_id, id),
    constraint fk_frozen_contents_id foreign key (organisation_id, id) references frozen_follow_ups (organisation_id, id) on delete restrict
);

create table corrections (
    organisation_id uuid not null,
    id uuid not null,
    follow_up_id uuid not null,
    subject text not null,
    of text not null,
    text text not null,
    status text,
    "on" date not null,
    by text not null,
    decision_id uuid,
    is_example boolean not null,
    constraint pk_corrections primary key (organisation_id, id),
    constraint fk_corrections_follow_up_id foreign key (organisation_id, follow_up_id) references follow_ups (organisation_id, id) on delete restrict,
    constraint fk_corrections_decision_id foreign key (organisation_id, decision_id) references decisions (organisation_id, id) on delete restrict
);
create index ix_corrections_follow_up_id on corrections (organisation_id, follow_up_id);
create index ix_corrections_decision_id on corrections (organisation_id, decision_id);

do $$ declare t text; begin
  foreach t in array array['requests', 'frozen_follow_ups', 'frozen_contents', 'corrections'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own_rows on %I using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)$p$, t);
    if t in ('frozen_follow_ups', 'corrections') then
      execute format('create trigger record_version after insert or update or delete on %I for each statement execute function move_record_version()', t);
    end if;
  end loop;
end $$;

-- What was decided is neither changed nor removed.
create trigger append_only before update or delete on frozen_contents for each row execute function refuse_change();
create trigger append_only before update or delete on corrections for each row execute function refuse_change();
create trigger never_removed before delete on frozen_follow_ups for each row execute function refuse_change();
