create or replace function jobmachine.expire_claimed(
  worker integer,
  ids bigint[]
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  late bigint[];
begin
  with back as (
    update jobmachine.job j
    set
      worker = null,
      claimed_at = null,
      attempt = 0
    where j.id = any (expire_claimed.ids)
      and j.worker = expire_claimed.worker
      and j.attempt = 1
      and j.environment ? 'expires'
      and not j.environment ? 'begun'
    returning j.id
  )
  select array_agg(back.id)
  into late
  from back;
  perform jobmachine.expire_late(late, are_over => true);
end
$$;

comment on function jobmachine.expire_claimed is
  'Cancels jobs that a worker has claimed and not begun since they expired: a claim looks at no times, and
promote cancels only so many at once.';
