create or replace function jobmachine.oldest_snapshot()
returns table (
  holder text,
  pid integer,
  application text,
  role text,
  state text,
  transaction_began_at timestamptz,
  query_began_at timestamptz,
  age integer
)
language sql
stable
as $$
  select oldest.*
  from (
    select
      'session' as holder, a.pid, a.application_name, a.usename::text, a.state,
      a.xact_start as transaction_began_at, a.query_start,
      -- A transaction that has written holds its own number, even while it holds no snapshot.
      greatest(age(a.backend_xmin), age(a.backend_xid)) as age
    from pg_stat_activity a
    where coalesce(a.backend_xmin, a.backend_xid) is not null
      and a.pid <> pg_backend_pid()
      -- Vacuum heeds no other vacuum.
      and a.backend_type <> 'autovacuum worker'
      and (a.datname = current_database() or a.datname is null)
    union all
    select 'prepared transaction', null, p.gid, p.owner::text, null, p.prepared, null, age(p.transaction)
    from pg_prepared_xacts p
    where p.database = current_database()
    union all
    select 'replication slot', null, s.slot_name::text, null, null, null, null, age(s.xmin)
    from pg_replication_slots s
    where s.xmin is not null
  ) as oldest
  order by oldest.age desc, oldest.transaction_began_at
  limit 1
$$;

comment on function jobmachine.oldest_snapshot is
  'Returns the session, prepared transaction or replication slot with the oldest view of the data, or the
oldest open change of it: vacuum cannot remove what ended since, so that every queue grows slower. age is in
transactions. No row if nobody else holds one. The server hides other roles'' sessions from those that may not
read them.';
