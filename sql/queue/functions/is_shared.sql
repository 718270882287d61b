create or replace function jobmachine.is_shared(
  job bigint,
  "user" text
)
returns boolean
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select exists (select from jobmachine.sharer s where s.job = is_shared.job and s."user" = is_shared."user")
$$;

comment on function jobmachine.is_shared is
  'Returns true if a user was given the ticket of a job that somebody else offloaded, since it is unique.';
