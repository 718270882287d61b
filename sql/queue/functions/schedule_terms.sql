create or replace function jobmachine.schedule_terms()
returns text[]
language sql
immutable
as $$
  select '{timeout,attempts,expires,tags,note}'::text[]
$$;

comment on function jobmachine.schedule_terms is
  'Returns the names of the terms that a schedule can set for its jobs. Used by those that add and change
schedules.';
