create or replace function jobmachine.fire_schedule(
  entry jobmachine.schedule
)
returns void
language plpgsql
as $$
declare
  last timestamptz := entry.next_at;
  dues timestamptz[] := '{}';
  upcoming timestamptz;
  is_late boolean;
begin
  if entry.missed = 'all' then
    -- The rest is left to the next look.
    while last <= now() and cardinality(dues) < 100 loop
      dues := dues || last;
      last := jobmachine.next_due(entry.rule, entry.zone, last);
    end loop;
    upcoming := last;
    last := dues[cardinality(dues)];
  else
    last := jobmachine.last_due(entry.rule, entry.zone, last, now());
    upcoming := jobmachine.next_due(entry.rule, entry.zone, last);
    dues := array[last];
  end if;
  is_late := last <= now() - interval '5 seconds' or cardinality(dues) > 1;
  if entry.missed = 'none' and is_late
    -- All that were missed are made up for, whatever is live.
    or entry.overlap = 'skip'
      and not (entry.missed = 'all' and is_late)
      and exists (select from jobmachine.job j where j.id = entry.last_job)
  then
    dues := '{}';
  end if;
  update jobmachine.schedule s
  set
    next_at = upcoming,
    skipped_at = case when cardinality(dues) = 0 then last else s.skipped_at end
  where s.name = entry.name;
  perform jobmachine.offload_scheduled(entry, due.at)
  from unnest(dues) as due(at);
end
$$;

comment on function jobmachine.fire_schedule is
  'Makes the jobs of a due schedule, and advances it to its next due time. A time counts as missed for none if
no worker looked within five seconds. Used by fire.';
