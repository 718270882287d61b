create or replace function jobmachine.retry_many(
  ids bigint[]
)
returns table (
  id bigint,
  status jobmachine.status
)
language plpgsql
as $$
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
      status := jobmachine.retry(id);
    exception when data_exception or integrity_constraint_violation or program_limit_exceeded or lock_not_available
      or sqlstate 'DJ409'
    then
      raise warning 'job % cannot be retried: %', id, sqlerrm;
      status := (select j.status from jobmachine.jobs j where j.id = retry_many.id limit 1);
    end;
    return next;
  end loop;
end
$$;

comment on function jobmachine.retry_many is
  'Brings jobs back to the line, and returns the status of each, as retry does. A job that cannot be retried
stays as it is. Raises DJ400 for more than 10,000 ids.';
