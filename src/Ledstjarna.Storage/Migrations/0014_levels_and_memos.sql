-- Which decisions a level was evaluated for, and not only when: minutes come late.
alter table ambition_levels add column evaluated_reasons uuid[] not null default '{}';
alter table ambition_levels alter column evaluated_reasons drop default;

-- Who answers for a memo, and the file as it was when it was sent.
alter table memos add column responsible_role text;
alter table dispatches add column file_id uuid;
