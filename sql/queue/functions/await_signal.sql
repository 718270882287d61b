create or replace function jobmachine.await_signal(
  worker integer,
  id bigint,
  attempt integer,
  name text,
  within interval
)
returns table (
  value text,
  ends_at timestamptz,
  is_over boolean
)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform jobmachine.check_signal(await_signal.name);
  -- The lock keeps a sender out: the signal is there now, or comes when the outcome is known.
  perform jobmachine.assert_held(await_signal.worker, await_signal.id, await_signal.attempt);
  return query
  select s.value::text, null::timestamptz, false
  from jobmachine.sent_signal s
  where s.job = await_signal.id
    and s.name = await_signal.name;
  if found then
    return;
  end if;

  insert into jobmachine.awaited_signal (job, name, ends_at)
  values (
    await_signal.id, await_signal.name,
    clock_timestamp() + coalesce(jobmachine.plain_delay(await_signal.within), interval '0'))
  on conflict on constraint awaited_signal_pkey do nothing;
  update jobmachine.awaited_signal w
  set timed_out_at = clock_timestamp()
  where w.job = await_signal.id
    and w.name = await_signal.name
    and w.timed_out_at is null
    and w.ends_at <= clock_timestamp();
  return query
  select null::text, w.ends_at, w.timed_out_at is not null
  from jobmachine.awaited_signal w
  where w.job = await_signal.id
    and w.name = await_signal.name;
end
$$;

comment on function jobmachine.await_signal is
  'Returns the value of a signal that a running job asks for; if it has not come, the time at which the wait
is over, and whether it is. That time is set when the job asks first, and stays through all attempts; once it
is told that the wait is over, the signal comes too late. Raises DJ400 for a text that is not a signal''s
name, and DJF01 if the job is no longer this worker''s in this attempt.';
