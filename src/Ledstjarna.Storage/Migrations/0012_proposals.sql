-- What a follow-up's joint analysis ends in, and what it became.
create table proposals (
    organisation_id uuid not null,
    id uuid not null,
    follow_up_id uuid not null,
    goal_id uuid not null,
    text text not null,
    source text,
    source_unit_id uuid,
    unit_id uuid not null,
    due date not null,
    activity_id uuid,
    assignment_id uuid,
    is_example boolean not null,
    constraint pk_proposals primary key (organisation_id, id),
    constraint fk_proposals_follow_up_id foreign key (organisation_id, follow_up_id) references follow_ups (organisation_id, id) on delete restrict,
    constraint fk_proposals_goal_id foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete restrict,
    constraint fk_proposals_unit_id foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete restrict,
    constraint fk_proposals_source_unit_id foreign key (organisation_id, source_unit_id) references units (organisation_id, id) on delete restrict,
    constraint fk_proposals_activity_id foreign key (organisation_id, activity_id) references activities (organisation_id, id) on delete restrict,
    constraint fk_proposals_assignment_id foreign key (organisation_id, assignment_id) references assignments (organisation_id, id) on delete restrict
);
create index ix_proposals_follow_up_id on proposals (organisation_id, follow_up_id);
create index ix_proposals_goal_id on proposals (organisation_id, goal_id);
create index ix_proposals_unit_id on proposals (organisation_id, unit_id);
create index ix_proposals_source_unit_id on proposals (organisation_id, source_unit_id);
create index ix_proposals_activity_id on proposals (organisation_id, activity_id);
create index ix_proposals_assignment_id on proposals (organisation_id, assignment_id);
alter table proposals enable row level security;
alter table proposals force row level security;
create policy own_rows on proposals using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
create trigger record_version after insert or update or delete on proposals for each statement execute function move_record_version();

-- The auditors' statement on a follow-up: a document of a matter.
alter table follow_ups
    add statement_id uuid,
    add constraint fk_follow_ups_statement_id foreign key (organisation_id, statement_id) references matter_documents (organisation_id, id) on delete restrict;
create index ix_follow_ups_statement_id on follow_ups (organisation_id, statement_id);
