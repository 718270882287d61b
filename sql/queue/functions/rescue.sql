create or replace function jobmachine.rescue(
  worker integer,
  beat bigint default null
)
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '2s'
as $$
declare
  held record;
  death jsonb;
  amount integer := 0;
  lines text[];
begin
  -- Comes first: no claim of this worker can begin any more, and those under way are waited for.
  begin
    delete from jobmachine.worker w
    where w.id = rescue.worker
      and w.beat = coalesce(rescue.beat, w.beat)
    returning w.queues into lines;
  exception when lock_not_available then
    raise exception 'worker % is not struck off: another session has kept its row locked for 2 seconds', rescue.worker
    using errcode = 'DJ503', hint = 'It is tried again; if it persists, look for a transaction that was left open.';
  end;
  if not found and rescue.beat is not null then
    return null;
  end if;
  -- The worker may have been rung for jobs that others have left to it.
  perform jobmachine.ring(line.queue)
  from unnest(lines) as line(queue);
  perform pg_notify('jobmachine:workers', '');

  perform set_config('lock_timeout', '500ms', true);
  begin
    -- A commit that is under way is soon over.
    perform
    from jobmachine.job j
    where j.worker = rescue.worker
    order by j.id
    for update;
  exception when lock_not_available then
    perform set_config('lock_timeout', '10ms', true);
  end;

  death := jsonb_build_object('type', 'rescue', 'message', format('worker %s died while it ran the job', rescue.worker));
  for held in
    select j.id, j.queue
    from jobmachine.job j
    where j.worker = rescue.worker
    order by j.id
    -- A job that somebody keeps locked comes back with a later beat, whose strike_off finds that its worker
    -- is gone.
    for update skip locked
  loop
    begin
      perform jobmachine.rescue_job(held.id, death);
      amount := amount + 1;
    exception
      when lock_not_available then
        raise warning 'job % is put off to the next beat: jobs that end with it are locked', held.id;
        -- The others wait less, so that the waits do not add up.
        perform set_config('lock_timeout', '10ms', true);
      when others then
        -- A job whose death cannot be noted comes back, too.
        raise warning 'job % is back in the line, but the death of its worker is not noted: %', held.id, sqlerrm using errcode = sqlstate;
        update jobmachine.job j
        set
          worker = null,
          claimed_at = null,
          progress = null,
          position = nextval('jobmachine.job_id_seq')
        where j.id = held.id;
        perform jobmachine.ring(held.queue);
        perform jobmachine.leave_limits(array[held.queue]);
        amount := amount + 1;
    end;
  end loop;
  return amount;
end
$$;

comment on function jobmachine.rescue is
  'Strikes a dead worker off, and brings its jobs back to the line. Returns how many jobs came back, or ended;
one that somebody else keeps locked for half a second is left for the beats to come. A job whose workers died
in five attempts, or in as many as it may have if that is more, ends as error instead, unless it has done a
step in the last five. beat: the worker''s last sign of life, if it is given; after a later one nothing is
done, and it returns null. Raises DJ503 if the worker itself is kept locked for more than 2 seconds.';
