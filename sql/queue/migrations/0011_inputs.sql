-- Inputs: files that were stored for one job, and go with it when it fails or is cancelled; and what a user has stored.

alter table jobmachine.file add column input_of bigint;

create index file_input_of on jobmachine.file (input_of)
where input_of is not null;

create index file_owner on jobmachine.file (owner)
where owner is not null;

comment on column jobmachine.file.input_of is 'The job that it was stored for, and that nobody else needs it for. Null for no job in particular.';
