create or replace function jobmachine.draw(
  amount integer,
  run_at timestamptz default null
)
returns table (id bigint, "position" bigint)
language plpgsql
as $$
declare
  is_due boolean := coalesce(draw.run_at <= now(), true);
begin
  -- Whoever may choose ids could take those of others' tickets: only the owner copies, all others call offload_many.
  if not has_table_privilege('jobmachine.job', 'insert') then
    return;
  end if;
  return query
  select one.id, case when is_due then one.id end
  from (select nextval('jobmachine.job_id_seq') as id from generate_series(1, draw.amount)) as one;
end
$$;

comment on function jobmachine.draw is
  'Numbers for as many jobs, and their places in the line, which are null for those that are not due: for whoever copies
the jobs into the table. None for those who may not do that.';
