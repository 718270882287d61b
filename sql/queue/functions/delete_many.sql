create or replace function jobmachine.delete_many(
  ids bigint[]
)
returns table (
  id bigint,
  status jobmachine.status
)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if cardinality(delete_many.ids) > 10000 then
    raise exception 'at most 10,000 jobs can be named at once (got %)', cardinality(delete_many.ids)
    using errcode = 'DJ400', hint = 'Name the others in another call.';
  end if;
  -- Takes the tally alone, before any row is locked, as retry_many does: deleted jobs are taken off it.
  perform jobmachine.lock_tally(alone => true);

  return query
  select each.id, max(each.status)
  from (
    select unnest(delete_many.ids) as id, null::jobmachine.status as status
    union all
    select gone.id, gone.status
    from jobmachine.delete_ended(delete_many.ids) as gone
  ) as each
  group by each.id
  order by each.id;
end
$$;

comment on function jobmachine.delete_many is
  'Deletes ended jobs with their attempts, log, steps and signals, and returns the status that each had; null
for one that is live, that does not exist, or whose end the jobs that wait for it have yet to hear of: such a
one stays as it is. The figures of the tally stay, and files until their retention is over. The jobs that
ended because one of these did can be retried by themselves. Raises DJ400 for more than 10,000 ids, and DJ503
as lock_tally does.';
