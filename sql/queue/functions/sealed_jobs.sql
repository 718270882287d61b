create or replace function jobmachine.sealed_jobs(
  after bigint,
  amount integer
)
returns table (
  id bigint,
  kind text,
  arguments text,
  reply text
)
language sql
stable
as $$
  with looked as materialized (
    (
      select j.id, j.kind, j.arguments, null::jsonb as reply
      from jobmachine.job j
      where j.id > sealed_jobs.after
      order by j.id
      limit sealed_jobs.amount
    )
    union all
    (
      select h.id, h.kind, h.arguments, h.reply
      from jobmachine.history h
      where h.id > sealed_jobs.after
      order by h.id
      limit sealed_jobs.amount
    )
  ), first as materialized (
    select l.id, l.kind, l.arguments::text as arguments, l.reply::text as reply
    from looked l
    order by l.id
    limit sealed_jobs.amount
  )
  select f.id, f.kind, case when f.is_sealed then f.arguments end, case when f.is_sealed then f.reply end
  from (
    select
      f.*,
      position('{"$secret": "' in f.arguments) > 0
        or coalesce(position('{"$secret": "' in f.reply) > 0, false) as is_sealed
    from first f
  ) as f
  where f.is_sealed or f.id = (select max(last.id) from first last)
  order by f.id
$$;

comment on function jobmachine.sealed_jobs is
  'Looks through some jobs, live and ended, from the next id on, and returns those with encrypted values. The
last row is the last job that it looked at, with nulls if it has none. No row if there are no more jobs.';
