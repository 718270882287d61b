create or replace function jobmachine.cancel_many(
  ids bigint[]
)
returns table (
  id bigint,
  status jobmachine.status
)
language plpgsql
as $$
declare
  -- A transaction that locks many jobs must not delay the others with each: only the first wait is long.
  patience interval;
begin
  if cardinality(cancel_many.ids) > 10000 then
    raise exception 'at most 10,000 jobs can be named at once (got %)', cardinality(cancel_many.ids)
    using errcode = 'DJ400', hint = 'Name the others in another call.';
  end if;
  for id in
    select distinct each.id
    from unnest(cancel_many.ids) as each(id)
    order by each.id
  loop
    -- Each job stands alone: one that cannot be cancelled, for whatever reason, stays as it is and stops no
    -- other.
    begin
      status := jobmachine.cancel(id, patience);
    exception
      when data_exception or integrity_constraint_violation or program_limit_exceeded then
        raise warning 'job % cannot be cancelled: %', id, sqlerrm;
        status := null;
      when sqlstate 'DJ503' then
        patience := interval '10 milliseconds';
        raise warning 'job % is not cancelled: %', id, sqlerrm;
        status := null;
    end;
    return next;
  end loop;
end
$$;

comment on function jobmachine.cancel_many is
  'Cancels jobs, and returns the status of each, as cancel does; null, with a warning, if that failed. It
waits 10 seconds for the first one that somebody else keeps locked, and a hundredth of one for each further.
Raises DJ400 for more than 10,000 ids.';
