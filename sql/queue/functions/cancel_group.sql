create or replace function jobmachine.cancel_group(
  "group" bigint,
  after bigint default 0,
  amount integer default 1000,
  tenants text[] default null
)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  page bigint[];
begin
  with recursive within(id) as (
    select cancel_group."group"
    union
    select i.id
    from within w
    join jobmachine.job_group i on i.outer_group = w.id
  )
  select array_agg(live.job order by live.job)
  into page
  from (
    select m.job
    from within w
    join jobmachine.job_group g on g.id = w.id
    join jobmachine.member m on m.group_id = g.id
    where m.job > cancel_group.after
      -- A job of an ended group that was retried lives again.
      and (
        g.ended_at is null
        or g.finished + g.failed + g.cancelled < g.jobs
        or exists (select from jobmachine.group_tally t where t.group_id = g.id))
      and exists (
        select
        from jobmachine.job j
        where j.id = m.job
          and (cancel_group.tenants is null or j.environment ->> 'tenant' = any (cancel_group.tenants)))
    order by m.job
    limit jobmachine.up_to(cancel_group.amount)
  ) as live;
  perform jobmachine.cancel_many(page);
  return page[cardinality(page)];
end
$$;

comment on function jobmachine.cancel_group is
  'Cancels the live jobs of a group and of the groups within it, from behind one, so many at most. Returns the
last of them, from which to go on; null when there are no more. The job after the group is not cancelled: it
runs when all have ended. Groups that their jobs make meanwhile are left. tenants: only jobs of these; null
for all.';
