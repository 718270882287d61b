alter table jobmachine.worker add column connected_at timestamptz not null default now();

comment on column jobmachine.worker.connected_at is 'When the session began that is its life now.';
comment on column jobmachine.worker.started_at is 'When it registered for the first time.';
