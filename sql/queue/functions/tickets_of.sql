create or replace function jobmachine.tickets_of(
  owner text,
  before bigint default null,
  amount integer default 50,
  tenants text[] default null
)
returns setof jobmachine.tickets
language plpgsql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  ended_at timestamptz;
  live bigint[] := '{}';
  ended bigint[];
begin
  select h.finished_at
  into ended_at
  from jobmachine.history h
  where h.id = tickets_of.before
  order by h.finished_at desc
  limit 1;

  if ended_at is null then
    live := array(
      select j.id
      from jobmachine.job j
      where j.environment ->> 'user' = tickets_of.owner
        and (tickets_of.tenants is null or j.environment ->> 'tenant' = any (tickets_of.tenants))
        and j.id < coalesce(tickets_of.before, 9223372036854775807)
      order by j.id desc
      limit jobmachine.up_to(tickets_of.amount)
    );
  end if;

  select k.ids
  into ended
  from jobmachine.ended_keys(
    jsonb_build_object('user', tickets_of.owner, 'tenants', tickets_of.tenants), ended_at,
    coalesce(tickets_of.before, -1), tickets_of.amount - cardinality(live), '1 minute') k;

  return query
  select t.*
  from jobmachine.tickets t
  where t.id = any (live || ended)
  order by t.finished_at desc nulls first, t.id desc;
end
$$;

comment on function jobmachine.tickets_of is
  'Returns the jobs that a user offloaded: the live ones, highest id first, then the ended ones, newest end
first. before is the id of the last one that is known already. tenants: only jobs of these; null for all.';
