create or replace function jobmachine.strike_off(
  worker integer
)
returns void
language plpgsql
as $$
declare
  missed_before bigint[] := (select w.missed from jobmachine.worker w where w.id = strike_off.worker);
  missed_now bigint[] := '{}';
  gone record;
begin
  -- Clears the snapshot once for all of them: that is dear where there are many sessions.
  perform pg_stat_clear_snapshot();
  for gone in
    select
      w.id,
      w.beat,
      -- A worker that never had a session cannot be about to come back to it.
      w.beat = any (missed_before)
        or w.key_class is null and jobmachine.grace_of(w.id, strike_off.worker) = interval '0' as is_dead
    from jobmachine.worker w
    where w.id <> strike_off.worker
      and not jobmachine.holds(w.key_class, w.key_number, w.session, w.login)
  loop
    missed_now := missed_now || gone.beat;
    continue when not gone.is_dead;
    -- Each worker stands alone: a rescue that fails stops no other.
    begin
      -- Does not wait for the worker's row: that worker may be about to strike off this one.
      perform
      from jobmachine.worker w
      where w.id = gone.id
        and w.beat = gone.beat
      for update skip locked;
      if found then
        perform jobmachine.rescue(gone.id);
        -- The worker may have died between a commit and the ring behind it, which the server leaves out when
        -- nobody hears its answer.
        perform pg_notify('djet:look', '');
      end if;
    exception when others then
      raise warning 'worker % was not rescued: %', gone.id, sqlerrm using errcode = sqlstate;
    end;
  end loop;

  -- Rescues jobs that were locked when their worker was struck off.
  for gone in
    select distinct r.worker as id
    from jobmachine.running() r
    where not exists (select from jobmachine.worker w where w.id = r.worker)
  loop
    begin
      perform jobmachine.rescue(gone.id);
    exception when others then
      raise warning 'the jobs of worker % were not rescued: %', gone.id, sqlerrm using errcode = sqlstate;
    end;
  end loop;

  update jobmachine.worker w
  set missed = missed_now
  where w.id = strike_off.worker
    and w.missed <> missed_now;
end
$$;

comment on function jobmachine.strike_off is
  'Rescues the jobs of workers that died unwatched, whose sessions were gone at this worker''s last beat and
still are, and jobs that were locked when their worker was struck off. One beat is not enough: after a
standstill or a restart of the server all sessions may be gone for a moment. Used by beat.';
