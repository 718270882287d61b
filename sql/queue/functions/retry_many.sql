create or replace function jobmachine.retry_many(
  ids bigint[]
)
returns table (
  id bigint,
  status jobmachine.status
)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  -- A transaction that locks many jobs must not delay the others with each: only the first wait is long.
  patience interval;
begin
  if cardinality(retry_many.ids) > 10000 then
    raise exception 'at most 10,000 jobs can be named at once (got %)', cardinality(retry_many.ids)
    using errcode = 'DJ400', hint = 'Name the others in another call.';
  end if;
  -- Takes the tally alone: two at a time could each wait for a row of it that the other one has.
  perform jobmachine.lock_tally(alone => true);
  for id in
    select distinct each.id
    from unnest(retry_many.ids) as each(id)
    order by each.id
  loop
    -- Each job stands alone: one that cannot be retried, for whatever reason, stays as it is and stops no
    -- other.
    begin
      status := jobmachine.retry_job(id, patience);
    exception when data_exception or integrity_constraint_violation or program_limit_exceeded
      or sqlstate 'DJ409' or sqlstate 'DJ503'
    then
      if sqlstate = 'DJ503' then
        patience := interval '10 milliseconds';
      end if;
      raise warning 'job % cannot be retried: %', id, sqlerrm;
      status := (select j.status from jobmachine.jobs j where j.id = retry_many.id limit 1);
    end;
    return next;
  end loop;
end
$$;

comment on function jobmachine.retry_many is
  'Brings jobs back to the line, and returns the status of each, as retry does. A job that cannot be retried
stays as it is. It waits 10 seconds for the first one that somebody else keeps locked, and a hundredth of one
for each further. Raises DJ400 for more than 10,000 ids.';
