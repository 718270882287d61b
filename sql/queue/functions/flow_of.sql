create or replace function jobmachine.flow_of(
  job bigint,
  most integer default 8,
  reach integer default 3,
  tenants text[] default null
)
returns table (
  step integer,
  id bigint,
  queue text,
  kind text,
  status jobmachine.status,
  amount bigint,
  is_exact boolean,
  linked bigint[]
)
language plpgsql
stable
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  -- The most rows of the dependencies that a step looks at. To tell the tenants of jobs costs more.
  look constant integer := case when flow_of.tenants is null then 10000 else 1000 end;
  -- Each step is a query.
  furthest constant integer := least(coalesce(flow_of.reach, 3), 1000);
  shown bigint[] := array[flow_of.job];
  steps integer[] := '{0}';
  front bigint[];
  side integer;
  found_here record;
begin
  foreach side in array '{-1,1}'::integer[] loop
    front := array[flow_of.job];
    for distance in 1 .. furthest + 1 loop
      with pair as materialized (  -- fence: the planner must not look further than the limit
        select near.id, near.link
        from (
          select d.needs as id, d.job as link
          from jobmachine.dependency d
          where side = -1 and d.job = any (front)
          union all
          select d.job, d.needs
          from jobmachine.dependency d
          where side = 1 and d.needs = any (front)
        ) as near
        where near.id <> all (shown)
        limit look
      ), visible as (
        select p.id, p.link
        from pair p
        where flow_of.tenants is null
          or (
            select true
            from jobmachine.jobs own
            where own.id = p.id and own.environment ->> 'tenant' = any (flow_of.tenants)
            limit 1)
      ), ranked as (
        select
          v.id, v.link,
          -- First those that ended and took others along, then those that run.
          dense_rank() over (order by j.id is not null, j.worker is null, v.id) as place
        from visible v
        left join jobmachine.job j on j.id = v.id
      )
      select
        coalesce(array_agg(distinct r.id) filter (where r.place <= level.most), '{}') as near,
        count(distinct r.id) filter (where r.place > level.most) as amount,
        (select count(*) from pair) < look and distance <= furthest as is_exact,
        array_agg(distinct r.link) filter (where r.place > level.most) as linked
      into found_here
      from ranked r
      cross join (select case when distance <= furthest then flow_of.most else 0 end) as level(most)
      group by level.most;
      exit when not found;

      if found_here.amount > 0 then
        return query
        select
          side * distance, null::bigint, null::text, null::text, null::jobmachine.status, found_here.amount,
          found_here.is_exact, found_here.linked;
      end if;
      front := found_here.near;
      shown := shown || front;
      steps := steps || array_fill(side * distance, array[cardinality(front)]);
    end loop;
  end loop;
  if cardinality(shown) = 1 then
    return;
  end if;

  return query
  select
    s.step, s.id, j.queue, j.kind, j.status, 1::bigint, true,
    array(
      select d.needs
      from jobmachine.dependency d
      where d.job = s.id and d.needs = any (shown)
      order by d.needs)
  from unnest(shown, steps) as s(id, step)
  cross join lateral (
    select l.queue, l.kind, l.status
    from jobmachine.jobs l
    where l.id = s.id
    limit 1
  ) as j
  order by s.step, s.id;
end
$$;

comment on function jobmachine.flow_of is
  'Returns the flow around a job: the jobs that it needs, those that these need, and so on, and the same for
the jobs that wait for it. step is the distance from the job, negative for what it needs. Up to reach steps
are shown, and up to most jobs of each. linked: the shown jobs that a job needs. The rest of a step is a row
without an id: amount says how many jobs, is_exact is false if there may be more, and linked has the shown
jobs that need some of them, or that they need. tenants: the others'' jobs are left out, and what is behind
them; null for none. Empty if nothing is known. Needs that have finished are known no longer.';
