create or replace function jobmachine.reserve_ids(
  amount integer,
  run_at timestamptz default null
)
returns table (id bigint, "position" bigint)
language plpgsql
as $$
declare
  is_due boolean := coalesce(reserve_ids.run_at <= now(), true);
begin
  -- A caller who chooses ids could take those of others' tickets: only the owner copies, all others call
  -- offload_many.
  if not has_table_privilege('jobmachine.job', 'insert') then
    return;
  end if;
  return query
  select one.id, case when is_due then one.id end
  from (select nextval('jobmachine.job_id_seq') as id from generate_series(1, reserve_ids.amount)) as one;
end
$$;

comment on function jobmachine.reserve_ids is
  'Reserves ids for this many jobs, and returns each with its position in the line, which is null if the jobs
are not due. It serves callers that copy jobs into the table, and returns no rows to those that may not.';
