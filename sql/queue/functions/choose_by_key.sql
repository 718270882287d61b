create or replace function jobmachine.choose_by_key(
  queue text,
  rule jobmachine.queue_limit,
  turn text,
  amount integer,
  running_keys text[],
  inout walks jsonb,
  out chosen bigint[]
)
language plpgsql
as $$
declare
  taken bigint[];
  keys text[];
  place text;
  level smallint;
  name text;
  walk jsonb;
begin
  chosen := '{}';
  foreach level in array array(
    select line.priority
    from generate_series(0, 9) as line(priority)
    where exists (
      select
      from jobmachine.job j
      where j.queue = choose_by_key.queue
        and j.priority = line.priority
        and j.limit_key is not null)
    order by line.priority)
  loop
    name := choose_by_key.queue || ' ' || level;
    walk := choose_by_key.walks -> name;
    while cardinality(chosen) < choose_by_key.amount loop
      select found.keys, found.place
      into keys, place
      from jobmachine.keys_in_line(
        choose_by_key.queue, level, choose_by_key.rule, coalesce(walk ->> 'at', choose_by_key.turn),
        coalesce(walk ->> 'until', choose_by_key.turn), choose_by_key.amount - cardinality(chosen),
        choose_by_key.running_keys) as found;
      if cardinality(keys) > 0 then
        select of_keys.jobs, of_keys.job_keys
        into taken, keys
        from jobmachine.choose_of_keys(
          choose_by_key.queue, level, choose_by_key.rule, keys, choose_by_key.amount - cardinality(chosen),
          choose_by_key.running_keys, chosen) as of_keys;
        exit when cardinality(taken) = 0;
        chosen := chosen || taken;
        choose_by_key.running_keys := choose_by_key.running_keys || keys;
        -- The next turn begins behind the last key that got something, not the last one in line.
        choose_by_key.turn := keys[cardinality(keys)];
        walk := null;
      elsif place is null
        -- A key that was passed may have got a job, or room, since.
        and ((walk ->> 'again')::boolean or exists (
          select
          from jobmachine.job j
          where j.queue = choose_by_key.queue
            and j.priority = level
            and j.position > (walk ->> 'since')::bigint
            and j.worker is null))
      then
        walk := null;
        place := choose_by_key.turn;
      elsif place is null then
        walk := null;
      end if;
      if place is not null then
        -- The next claim goes on from there: those that it passed may not begin.
        walk := coalesce(
          walk,
          jsonb_build_object(
            'until', choose_by_key.turn, 'again', false,
            'since', (select s.last_value from jobmachine.job_id_seq s))
          ) || jsonb_build_object('at', place);
        exit;
      end if;
      exit when cardinality(keys) = 0;
    end loop;
    walks := walks - name || case when walk is null then '{}' else jsonb_build_object(name, walk) end;
  end loop;
end
$$;

comment on function jobmachine.choose_by_key is
  'Locks and returns up to amount jobs of a queue with keys, the lowest priority number first. In it the keys
take turns: none waits longer because another one has more jobs. turn: the key that had its turn last;
running_keys: the key of each job that runs; walks: those of queue_use. Used by choose.';
