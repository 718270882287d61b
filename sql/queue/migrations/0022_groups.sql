alter table jobmachine.dependency
  add column on_end boolean not null default false;

comment on table jobmachine.dependency is
  'Which jobs wait for which. A row goes when the job that is needed has finished, or ended at all if on_end; otherwise it stays, so that those that ended because of it come back with it.';
comment on column jobmachine.dependency.needs is 'The job that must finish first, or end.';
comment on column jobmachine.dependency.on_end is
  'True if any end of the job that is needed will do, false if it must have finished.';

-- They have a parameter more: with both there, a call with the old ones would be ambiguous.
drop function if exists jobmachine.offload(text, jsonb, text, integer, timestamptz, bigint[], integer, jsonb, boolean);
drop function if exists jobmachine.offload_many(
  text, jsonb[], text, integer, timestamptz, bigint[], integer, jsonb, boolean);
drop function if exists jobmachine.offload_unique(
  text, jsonb, text, text, interval, text, text, integer, timestamptz, bigint[], integer, jsonb, boolean);
drop function if exists jobmachine.wait_for(bigint, bigint[]);
drop function if exists jobmachine.release_dependents(bigint[]);
