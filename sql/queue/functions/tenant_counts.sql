create or replace function jobmachine.tenant_counts(
  tenants text[],
  reach integer default 10000
)
returns table (
  queue text,
  status jobmachine.status,
  amount bigint,
  is_exact boolean
)
language sql
stable
set enable_seqscan = off
as $$
  with looked as materialized (
    (
      select
        j.queue,
        jobmachine.status_of(j.worker, j.waiting_for, j.position) as status,
        j.environment ->> 'tenant' as tenant,
        true as is_live
      from jobmachine.job j
      order by j.id desc
      limit jobmachine.up_to(tenant_counts.reach)
    )
    union all
    (
      select h.queue, h.status, h.environment ->> 'tenant', false
      from jobmachine.history h
      order by h.finished_at desc
      limit jobmachine.up_to(tenant_counts.reach)
    )
  ), reached as (
    select l.is_live, count(*) < tenant_counts.reach as is_exact
    from looked l
    group by l.is_live
  )
  select l.queue, l.status, count(*), r.is_exact
  from looked l
  join reached r on r.is_live = l.is_live
  where l.tenant = any (tenant_counts.tenants)
  group by l.queue, l.status, r.is_exact
$$;

comment on function jobmachine.tenant_counts is
  'Returns how many jobs some tenants have, in a row for each queue and status. It looks at no more than the
last reach live jobs, and as many that ended last; is_exact is false if there are more than that.';
