create or replace function jobmachine.leave_to_settle(
  ended bigint[]
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
  -- fence, here and below: the planner must not walk a whole index for its order
  with left_over as materialized (
    select d.needs
    from jobmachine.dependency d
    where d.needs = any (leave_to_settle.ended)
      and d.lost_at is null
  )
  insert into jobmachine.blind_end (job)
  select distinct l.needs
  from left_over l
  order by l.needs
  on conflict do nothing;
  if not found then
    return;
  end if;

  for line in
    with waiting as materialized (
      select j.queue
      from jobmachine.job j
      where j.id = any (array(
        select d.job
        from jobmachine.dependency d
        where d.needs = any (leave_to_settle.ended)
          and d.lost_at is null))
    )
    select distinct w.queue
    from waiting w
  loop
    perform jobmachine.ring(line, 'later');
  end loop;
end
$$;

comment on function jobmachine.leave_to_settle is
  'Notes for settle that these jobs have ended, if they still have dependents: somebody had locked those, or
there were too many. Used by release_dependents and lose.';
