create or replace function jobmachine.await_end(
  key_class integer,
  key_number integer,
  session integer,
  login oid,
  patience interval,
  out has_ended boolean,
  out waited interval
)
language plpgsql
as $$
declare
  began timestamptz;
  part interval;
  passed interval;
begin
  waited := interval '0';
  loop
    -- Without this, the transaction keeps seeing the sessions of its first look.
    perform pg_stat_clear_snapshot();
    has_ended := not jobmachine.holds(
      await_end.key_class, await_end.key_number, await_end.session, await_end.login);
    exit when has_ended or waited >= await_end.patience;
    -- The wait has parts: somebody else may stand ahead in the line for the lock, and get it when the session
    -- ends.
    part := least(interval '5 seconds', await_end.patience - waited);
    perform set_config('lock_timeout', ceil(extract(epoch from part) * 1000)::integer::text, true);
    began := clock_timestamp();
    begin
      perform pg_advisory_xact_lock_shared(await_end.key_class, await_end.key_number);
      has_ended := true;
    exception when lock_not_available then
      has_ended := false;
    end;
    passed := clock_timestamp() - began;
    -- The time that counts is capped: the clock may have been set, and nobody could be heard while the server
    -- was frozen.
    waited := waited + least(greatest(passed, interval '0'), part);
    if passed not between interval '0' and part + interval '2 seconds' then
      -- Clients that gave the server up are on their way back.
      perform pg_sleep(3);
    end if;
    exit when has_ended;
  end loop;
end
$$;

comment on function jobmachine.await_end is
  'Waits for the end of a session that is a worker''s life, at most as long as the patience. Returns true in
has_ended if it ended, and in waited how long that took. It costs nothing meanwhile, and touches no table.
After a standstill of the server, which looks like a jump of its clock, it waits three seconds more, so that
no worker that is about to come back is struck off.';
