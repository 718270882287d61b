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
  has_waited boolean := false;
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
      status := jobmachine.cancel(id);
    exception
      when data_exception or integrity_constraint_violation or program_limit_exceeded then
        raise warning 'job % cannot be cancelled: %', id, sqlerrm;
        status := null;
      when sqlstate 'DJ503' then
        -- Waits only once: a transaction that locks many jobs must not delay the others with each.
        if has_waited then
          raise;
        end if;
        has_waited := true;
        raise warning 'job % is not cancelled: %', id, sqlerrm;
        status := null;
    end;
    return next;
  end loop;
end
$$;

comment on function jobmachine.cancel_many is
  'Cancels jobs, and returns the status of each, as cancel does; null if that failed. Raises DJ400 for more
than 10,000 ids, and DJ503, which cancels none, if somebody else keeps more than one of them locked.';
