create or replace function jobmachine.settle_ends(
  ended bigint[],
  status jobmachine.status
)
returns bigint[]
language plpgsql
as $$
declare
  left_over bigint[] := '{}';
  one bigint;
begin
  if settle_ends.status = 'finished' then
    perform jobmachine.release_dependents(settle_ends.ended);
  else
    perform jobmachine.lose(settle_ends.ended, settle_ends.status);
  end if;
  return '{}';
exception
  when lock_not_available then
    insert into jobmachine.blind_end (job)
    select unnest(settle_ends.ended)
    on conflict do nothing;
    return '{}';
  when others then
    if cardinality(settle_ends.ended) > 1 then
      foreach one in array settle_ends.ended loop
        left_over := left_over || jobmachine.settle_ends(array[one], settle_ends.status);
      end loop;
      return left_over;
    end if;
    raise warning 'settling the jobs that wait for job % is put off to the next beat: %', settle_ends.ended[1], sqlerrm using errcode = sqlstate;
    insert into jobmachine.blind_end (job)
    values (settle_ends.ended[1])
    on conflict do nothing;
    return settle_ends.ended;
end
$$;

comment on function jobmachine.settle_ends is
  'Frees or ends the dependents of jobs that ended with this status, job by job if that fails for all at once.
Returns the jobs for which it failed. Used by settle.';
