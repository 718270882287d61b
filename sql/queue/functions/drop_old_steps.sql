create or replace function jobmachine.drop_old_steps(
  before timestamptz
)
returns void
language sql
as $$
  delete from jobmachine.step s
  where s.done_at < drop_old_steps.before
    and s.done_at < now() - interval '1 day'
    and not exists (select from jobmachine.job j where j.id = s.job);

  delete from jobmachine.sent_signal s
  where s.sent_at < drop_old_steps.before
    and s.sent_at < now() - interval '1 day'
    and not exists (select from jobmachine.job j where j.id = s.job);

  delete from jobmachine.awaited_signal w
  where w.ends_at < drop_old_steps.before
    and w.ends_at < now() - interval '1 day'
    and not exists (select from jobmachine.job j where j.id = w.job);

  with gone as (
    delete from jobmachine.job_group g
    where g.ended_at < drop_old_steps.before
      and g.ended_at < now() - interval '1 day'
      -- One within it counts for those around it.
      and not exists (select from jobmachine.job_group i where i.outer_group = g.id)
      and not exists (
        select from jobmachine.member m join jobmachine.job j on j.id = m.job where m.group_id = g.id)
    returning g.id
  )
  delete from jobmachine.member m
  using gone
  where m.group_id = gone.id;

  -- Forgets what those jobs waited for, too.
  delete from jobmachine.dependency d
  where d.lost_at < drop_old_steps.before
    and d.lost_at < now() - interval '1 day'
$$;

comment on function jobmachine.drop_old_steps is
  'Forgets steps and signals from before a time whose jobs have ended, groups that ended before it, unless a
job of theirs was retried and lives, and what jobs waited for that were lost before it: nobody will retry
those. Nothing younger than a day is forgotten. Used by do_chores.';
