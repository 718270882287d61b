-- Uploads: a file whose chunks are committed as they come, so that a slow client holds no transaction open.

alter table jobmachine.file
  add column owner text,
  add column written_at timestamptz not null default now(),
  add column is_complete boolean not null default true;

create index file_incomplete on jobmachine.file (written_at)
where not is_complete;

comment on column jobmachine.file.owner is 'Who stored it: who may give it to a function. Null for nobody in particular.';
comment on column jobmachine.file.written_at is 'When bytes were last added.';
comment on column jobmachine.file.is_complete is 'False while an upload is under way, and for ever if its client has vanished.';
