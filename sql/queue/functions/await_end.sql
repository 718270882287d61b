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
    -- Not the sessions that there were when this transaction first looked.
    perform pg_stat_clear_snapshot();
    has_ended := not jobmachine.holds(
      await_end.key_class, await_end.key_number, await_end.session, await_end.login);
    exit when has_ended or waited >= await_end.patience;
    -- In parts: somebody else may stand before us in the line for the lock, and get it when the session ends.
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
    -- Never more than it can have been: the clock may have been set, and while the server was frozen nobody could be heard.
    waited := waited + least(greatest(passed, interval '0'), part);
    if passed not between interval '0' and part + interval '2 seconds' then
      -- Those that gave the server up are on their way back.
      perform pg_sleep(3);
    end if;
    exit when has_ended;
  end loop;
end
$$;

comment on function jobmachine.await_end is
  'Waits until a session ends that is a worker''s life, and returns whether it has, and how long that took: at most as long as
the patience. It costs nothing meanwhile, and touches no table. After a standstill of the server, which looks like a jump of
its clock, it gives three seconds more, so that nobody is struck off who is about to come back.';
