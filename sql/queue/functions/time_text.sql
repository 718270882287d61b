create or replace function jobmachine.time_text(
  at timestamptz
)
returns text
language sql
stable
as $$
  select to_char(time_text.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

comment on function jobmachine.time_text is
  'Returns a time as it stands in the environment of a job. Used by offload_scheduled.';
