create or replace function jobmachine.scarce_connections(
  share double precision default 0.1
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  with client as materialized (
    select a.datid, a.usesysid
    from pg_stat_activity a
    where a.backend_type = 'client backend'
  )
  select room.name, null::timestamptz, jsonb_build_object('most', room.most::text, 'used', room.used::text)
  from (
    select
      'server' as name,
      current_setting('max_connections')::bigint
        - current_setting('superuser_reserved_connections')::bigint
        - coalesce(current_setting('reserved_connections', true)::bigint, 0) as most,
      (select count(*) from client c) as used
    union all
    select 'database', d.datconnlimit, (select count(*) from client c where c.datid = d.oid)
    from pg_database d
    where d.datname = current_database()
      and d.datconnlimit >= 0
    union all
    select 'role', r.rolconnlimit, (select count(*) from client c where c.usesysid = r.oid)
    from pg_roles r
    where r.rolname = session_user
      and r.rolconnlimit >= 0
  ) as room
  where room.most - room.used < greatest(3, room.most * scarce_connections.share)
$$;

comment on function jobmachine.scarce_connections is
  'Returns the limits of connections, of the server, the database and the caller''s role, of which less than a
share is left, or fewer than three. See dead_workers for the columns.';
