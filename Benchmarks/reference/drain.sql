-- Claims 500 jobs and ends them by the functions that a worker calls, and nothing else.
select
  coalesce(array_agg(id), '{}') as ids,
  coalesce(array_agg(attempt), '{}') as attempts,
  coalesce(max(position), :floor) as floor,
  coalesce(array_agg(to_jsonb(id)), '{}') as replies,
  count(arguments) as count
from jobmachine.claim('bench', :worker::integer, 500, array_fill(:floor::bigint, array[10])) \gset
select count(*) from jobmachine.reply(:worker::integer, :ids::bigint[], :attempts::integer[], :replies::jsonb[]);
