create or replace function jobmachine.do_chores(
  worker integer,
  retention interval default '14 days',
  finished interval default null,
  error interval default null,
  cancelled interval default null
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '2s'
as $$
declare
  lines constant text[] := jobmachine.find_queues(do_chores.worker);
  kept constant interval := jobmachine.longest_retention(
    do_chores.retention, do_chores.finished, do_chores.error, do_chores.cancelled);
  -- By this time, not by now(), is dropped what is old: the clock may have jumped.
  trusted constant timestamptz := jobmachine.note_clock();
  chore text;
  line text;
  deadline timestamptz;
  -- When the chores began and ended, and their errors.
  times timestamptz[] := array[clock_timestamp()];
  errors text[] := '{}';
  failure text;
begin
  foreach chore in array jobmachine.own_chores() loop
    failure := null;
    begin
      case chore
        when 'settle' then perform jobmachine.settle();
        when 'expire' then perform jobmachine.expire_all();
        when 'repeat_cancellations' then perform jobmachine.repeat_cancellations();
        when 'drop_keys' then perform jobmachine.drop_keys(trusted - kept);
        when 'drop_abandoned' then perform jobmachine.drop_abandoned();
        when 'drop_old_steps' then perform jobmachine.drop_old_steps(trusted - kept);
        when 'sort_keys' then
          -- A client gives up a beat of ten seconds: what takes longer is left to the next.
          deadline := clock_timestamp() + interval '2 seconds';
          foreach line in array coalesce(lines, '{}') loop
            exit when not jobmachine.sort_keys_until(line, deadline);
          end loop;
          -- Waits for no claim, which may wait for this.
          delete from jobmachine.key_use u
          using (
            select k.queue, k.key from jobmachine.key_use k where k.full_at < clock_timestamp() for update skip locked
          ) as over
          where u.queue = over.queue and u.key = over.key;
        when 'drop_files' then perform jobmachine.drop_files(date_trunc('day', trusted - kept, 'UTC'));
        when 'drop_early' then
          perform jobmachine.drop_early(r.status, trusted - r.term)
          from jobmachine.retentions(do_chores.retention, do_chores.finished, do_chores.error, do_chores.cancelled) as r
          where r.term is distinct from kept;
      end case;
    exception when others then
      failure := sqlerrm;
      raise warning '% is put off to the next beat: %', chore, failure using errcode = sqlstate;
    end;
    times := array_append(times, clock_timestamp());
    errors := array_append(errors, failure);
  end loop;
  perform jobmachine.note_chores(jobmachine.own_chores(), times, errors);
end
$$;

comment on function jobmachine.do_chores is
  'Does Djet''s own chores, and notes their times and errors. A chore that fails is a warning, and stops no
other. The arguments are those of beat, which does them once a minute; a worker does them when it starts if
they are due.';
