create or replace function jobmachine.find_queues(
  worker integer
)
returns text[]
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  known text[];
  all_found text[];
  roots text[];
begin
  select w.queues, w.branches
  into known, roots
  from jobmachine.worker w
  where w.id = find_queues.worker;
  if coalesce(roots, '{}') = '{}' then
    return known;
  end if;

  all_found := known || array(
    select distinct line.queue
    from (
      select l.queue
      from jobmachine.lines() l
      union
      select s.queue
      from jobmachine.schedule s
    ) as line
    where line.queue <> all (known)
      and exists (select from unnest(roots) as root(name) where starts_with(line.queue, root.name || '.'))
    order by line.queue
    limit 1000 - cardinality(known));
  if all_found <> known then
    update jobmachine.worker w
    set queues = all_found
    where w.id = find_queues.worker;
    perform pg_notify('jobmachine:workers', '');
  end if;
  return all_found;
end
$$;

comment on function jobmachine.find_queues is
  'Returns the queues that a worker claims from. It adds those that have come into its branches, until it has
a thousand, and tells the other workers.';
