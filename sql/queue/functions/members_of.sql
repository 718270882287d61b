create or replace function jobmachine.members_of(
  "group" bigint,
  after bigint default 0,
  amount integer default 100,
  tenants text[] default null
)
returns table (id bigint, ticket text)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select page.job, jobmachine.ticket_of(page.job)
  from (
    select m.job
    from jobmachine.member m
    where m.group_id = members_of."group"
      and m.job > members_of.after
      and (
        members_of.tenants is null
        or (
          select true
          from jobmachine.jobs own
          where own.id = m.job and own.environment ->> 'tenant' = any (members_of.tenants)
          limit 1))
    order by m.job
    limit jobmachine.up_to(members_of.amount)
  ) as page
  order by page.job
$$;

comment on function jobmachine.members_of is
  'Returns the jobs of a group, in the order of their numbers, from behind one. The ticket of one that was
deleted, or whose days are over, is null. tenants: only jobs of these, which are stored; null for all.';
