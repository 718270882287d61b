create or replace function jobmachine.choose_by_key(
  queue text,
  rule jobmachine.queue_limit,
  amount integer,
  running bigint[]
)
returns bigint[]
language plpgsql
as $$
declare
  chosen bigint[] := '{}';
  taken bigint[];
  keys text[];
  turn text := (select u.last_key from jobmachine.queue_use u where u.queue = (rule).queue);
  rest integer;
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
    loop
      rest := choose_by_key.amount - cardinality(chosen);
      exit when rest <= 0;
      keys := jobmachine.keys_in_line(
        choose_by_key.queue, level, turn, rest,
        array(
          select full_key.key
          from jobmachine.key_rooms(choose_by_key.rule, choose_by_key.running || chosen) as full_key
          where full_key.room <= 0));
      exit when cardinality(keys) = 0;
      taken := jobmachine.choose_of_keys(
        choose_by_key.queue, level, choose_by_key.rule, keys, rest, choose_by_key.running || chosen);
      exit when cardinality(taken) = 0;
      chosen := chosen || taken;
      turn := keys[cardinality(keys)];
    end loop;
  end loop;
  if cardinality(chosen) > 0 then
    update jobmachine.queue_use u
    set last_key = turn
    where u.queue = (rule).queue;
  end if;
  return chosen;
end
$$;

comment on function jobmachine.choose_by_key is
  'Locks and returns up to amount jobs of a queue with keys, the lowest priority number first. In it the keys
take turns: none waits longer because another one has more jobs. Used by choose.';
