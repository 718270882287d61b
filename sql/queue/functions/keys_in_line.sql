create or replace function jobmachine.keys_in_line(
  queue text,
  priority smallint,
  after text,
  amount integer,
  blocked text[]
)
returns text[]
language plpgsql
stable
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
declare
  found_keys text[] := '{}';
  -- No text stands between a key and the same with the smallest letter behind it.
  low text collate "C" := keys_in_line.after || chr(1);
  has_begun_anew boolean := false;
  key text collate "C";
begin
  loop
    select j.limit_key
    into key
    from jobmachine.job j
    where j.queue = keys_in_line.queue
      and j.priority = keys_in_line.priority
      and j.limit_key >= low
      and j.worker is null
      and j.position is not null
    order by j.limit_key
    limit 1;
    if not found or has_begun_anew and key > keys_in_line.after then
      exit when has_begun_anew;
      has_begun_anew := true;
      low := '';
      continue;
    end if;
    low := key || chr(1);
    if key <> all (keys_in_line.blocked) then
      found_keys := found_keys || key;
      exit when cardinality(found_keys) = keys_in_line.amount;
    end if;
  end loop;
  return found_keys;
end
$$;

comment on function jobmachine.keys_in_line is
  'Returns up to amount keys of jobs that wait in a queue at a priority: those after the key that had its turn
last, then those from the first one on. It skips from one key to the next: a key with a hundred thousand jobs
costs as little as one with a single job.';
