create or replace function jobmachine.choose_by_key(
  queue text,
  rule jobmachine.queue_limit,
  turn text,
  amount integer,
  running_keys text[]
)
returns bigint[]
language plpgsql
as $$
declare
  chosen bigint[] := '{}';
  taken bigint[];
  keys text[];
  level smallint;
begin
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
    while cardinality(chosen) < choose_by_key.amount loop
      keys := jobmachine.keys_in_line(
        choose_by_key.queue, level, choose_by_key.rule, choose_by_key.turn,
        choose_by_key.amount - cardinality(chosen), choose_by_key.running_keys);
      exit when cardinality(keys) = 0;
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
    end loop;
  end loop;
  return chosen;
end
$$;

comment on function jobmachine.choose_by_key is
  'Locks and returns up to amount jobs of a queue with keys, the lowest priority number first. In it the keys
take turns: none waits longer because another one has more jobs. turn: the key that had its turn last;
running_keys: the key of each job that runs. Used by choose.';
