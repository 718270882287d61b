create or replace function jobmachine.excessive_rights()
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  with given as materialized (
    -- What the days of the history are given counts as their table's.
    select distinct
      c.relowner as owner, acl.grantee, coalesce(parent.relname, c.relname)::text as object,
      case when acl.privilege_type = 'SELECT' then 'read' else 'write to' end as deed
    from pg_class c
    left join pg_inherits i on i.inhrelid = c.oid
    left join pg_class parent on parent.oid = i.inhparent
    cross join lateral aclexplode(c.relacl) acl
    where c.relnamespace = 'jobmachine'::regnamespace
      and c.relkind in ('r', 'p', 'v')
      and (acl.grantee = 0 or acl.privilege_type <> 'SELECT')
    union
    select p.proowner, acl.grantee, p.proname::text, 'call'
    from pg_proc p
    cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
    where p.pronamespace = 'jobmachine'::regnamespace
      and acl.grantee = 0
    union
    select n.nspowner, acl.grantee, n.nspname::text, 'create objects in'
    from pg_namespace n
    cross join lateral aclexplode(n.nspacl) acl
    where n.nspname = 'jobmachine'
      and acl.privilege_type = 'CREATE'
  ), roles as materialized (
    select r.*
    from pg_roles r
    where r.rolname in ('djet_offload', 'djet_work', 'djet_admin')
  )
  select
    case when g.grantee = 0 then 'public' else coalesce(r.rolname::text, g.grantee::text) end,
    null::timestamptz,
    jsonb_build_object('deed', g.deed, 'object', min(g.object), 'others', (count(*) - 1)::text)
  from given g
  left join pg_roles r on r.oid = g.grantee
  where g.grantee <> g.owner
    and r.rolsuper is not true
  group by g.grantee, r.rolname, g.deed
  union all
  select r.rolname::text, null, jsonb_build_object('deed', 'have', 'object', power.name, 'others', '0')
  from roles r
  cross join lateral (
    values
      (r.rolsuper, 'superuser'), (r.rolcreaterole, 'createrole'), (r.rolcreatedb, 'createdb'),
      (r.rolreplication, 'replication'), (r.rolbypassrls, 'bypassrls')
  ) as power(is_given, name)
  where power.is_given
  union all
  select r.rolname::text, null, jsonb_build_object('deed', 'join', 'object', other.rolname, 'others', '0')
  from roles r
  join pg_auth_members m on m.member = r.oid
  join pg_roles other on other.oid = m.roleid
$$;

comment on function jobmachine.excessive_rights is
  'Returns the roles that may do more in the queue than grant_rights has given them: write to its tables,
create objects in its schema, or be more than a plain role; and whatever everybody may do there. Its owner and
superusers may do all. See dead_workers for the columns.';
