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
    raise exception 'at most 10,000 jobs can be named at a time, not %', cardinality(cancel_many.ids)
    using errcode = 'DJ400', hint = 'Name the others in another call.';
  end if;
  for id in
    select distinct each.id
    from unnest(cancel_many.ids) as each(id)
    order by each.id
  loop
    -- Each by itself: one that cannot be cancelled, for whatever reason, stays as it is, and the others do not.
    begin
      status := jobmachine.cancel(id);
    exception
      when data_exception or integrity_constraint_violation or program_limit_exceeded then
        raise warning 'job % cannot be cancelled: %', id, sqlerrm;
        status := null;
      when sqlstate 'DJ503' then
        -- Once: whoever holds many of them must not keep the others waiting for each.
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
  'Cancels jobs, and returns the status of each, as cancel does; null if it could not be done. DJ503, and none is cancelled, if
more than one of them is kept locked by somebody else.';
