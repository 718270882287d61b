create or replace function jobmachine.take_key(
  job bigint,
  kind text,
  arguments jsonb,
  rule jsonb
)
returns bigint
language plpgsql
-- Short, since whoever fires a schedule keeps a worker's look waiting.
set lock_timeout = '2s'
-- No block for the words of a lock that is not to be had: it would be a subtransaction for each job.
as $$
declare
  wanted constant text := jobmachine.key_of(take_key.rule, take_key.arguments);
  kept constant timestamptz := clock_timestamp()
    + make_interval(secs => coalesce((take_key.rule ->> 'seconds')::double precision, 0));
  held record;
begin
  loop
    -- Without a lock at first: whoever finds the key taken keeps nobody waiting until their commit.
    select u.job, u.taken_at into held from jobmachine.unique_key u where u.kind = take_key.kind and u.key = wanted;
    if not found then
      insert into jobmachine.unique_key (kind, key, job, kept_until)
      values (take_key.kind, wanted, take_key.job, kept)
      on conflict do nothing;
      if found then
        return take_key.job;
      end if;
      continue;
    elsif held.job <> take_key.job and jobmachine.has_key(held.job, held.taken_at, take_key.rule) then
      return held.job;
    end if;

    -- It is free, or this job's own. Whoever decides next waits for this decision, and looks at it.
    select u.job, u.taken_at
    into held
    from jobmachine.unique_key u
    where u.kind = take_key.kind
      and u.key = wanted
    for update;
    continue when not found;
    if held.job = take_key.job or jobmachine.has_key(held.job, held.taken_at, take_key.rule) then
      return held.job;
    end if;
    update jobmachine.unique_key u
    set
      job = take_key.job,
      taken_at = clock_timestamp(),
      kept_until = kept
    where u.kind = take_key.kind
      and u.key = wanted;
    return take_key.job;
  end loop;
end
$$;

comment on function jobmachine.take_key is
  'Returns the job that has the key of a unique job: this one if the key was free, which takes it, or the
other one. Waits up to 2 seconds for an open transaction that takes the same key; raises lock_not_available
then. Used by admit, retake_key and return_key.';
