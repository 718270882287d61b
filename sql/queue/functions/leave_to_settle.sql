create or replace function jobmachine.leave_to_settle(
  ended bigint[],
  seen_to bigint[] default '{}'
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  line text;
begin
  insert into jobmachine.blind_end (job)
  select distinct d.needs
  from jobmachine.dependency d
  where d.needs = any (leave_to_settle.ended)
    and d.lost_at is null
    and d.job <> all (coalesce(leave_to_settle.seen_to, '{}'))
  order by d.needs
  on conflict do nothing;
  if not found then
    return;
  end if;

  for line in
    select distinct j.queue
    from jobmachine.dependency d
    join jobmachine.job j on j.id = d.job
    where d.needs = any (leave_to_settle.ended)
  loop
    perform pg_notify('jobmachine.' || line, 'later');
  end loop;
end
$$;

comment on function jobmachine.leave_to_settle is
  'Notes for settle that these jobs have ended, if they still have dependents, which somebody had locked. Used
by release_dependents and lose.';
