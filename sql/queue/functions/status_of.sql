create or replace function jobmachine.status_of(
  worker integer,
  waiting_for integer,
  "position" bigint
)
returns jobmachine.status
language sql
immutable
as $$
  select case
    when status_of.worker is not null then 'processing'::jobmachine.status
    when status_of.waiting_for > 0 then 'waiting'
    when status_of.position is null then 'scheduled'
    else 'entered'
  end
$$;

comment on function jobmachine.status_of is
  'Returns the status of a live job. The planner replaces each call by the expression.';
