create or replace function jobmachine.choose(
  queue text,
  amount integer,
  floors bigint[]
)
returns bigint[]
language plpgsql
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
declare
  room integer := choose.amount;
  use record;
  running bigint[];
  keyed jobmachine.queue_limit;
  keyed_running bigint[];
  chosen bigint[];
begin
  -- Claims under one limit decide one after the other. The order keeps them from waiting for each other.
  for use in
    select l as rule, u.jobs, u.full_at
    from jobmachine.limits_of(choose.queue) l
    join jobmachine.queue_use u on u.queue = l.queue
    order by u.queue
    for update of u
  loop
    running := array(
      select j.id
      from jobmachine.job j
      where j.id = any (use.jobs)
        and j.worker is not null);
    room := least(
      room, (use.rule).running - cardinality(running), jobmachine.tokens((use.rule).rate, use.full_at));
    if (use.rule).key is not null then
      keyed := use.rule;
      keyed_running := running;
    end if;
  end loop;
  if room <= 0 then
    return '{}';
  elsif keyed.key is not null then
    chosen := jobmachine.choose_by_key(choose.queue, keyed, room, keyed_running);
  else
    chosen := jobmachine.choose_in_line(choose.queue, room, choose.floors);
  end if;
  chosen := jobmachine.fitting(chosen);
  if cardinality(chosen) > 0 then
    update jobmachine.queue_use u
    set
      full_at = coalesce(jobmachine.full_after(l.rate, u.full_at, cardinality(chosen)), u.full_at),
      jobs = case
        when coalesce(l.running, l.key_running) is not null
          then array(
            select j.id
            from jobmachine.job j
            where j.id = any (u.jobs)
              and j.worker is not null) || chosen
        else '{}'
      end
    from jobmachine.limits_of(choose.queue) l
    where u.queue = l.queue;
  end if;
  return chosen;
end
$$;

comment on function jobmachine.choose is
  'Locks and returns up to amount jobs of a queue with limits, as many as may begin now, and counts them. Used by
claim.';
