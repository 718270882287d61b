create or replace function jobmachine.grant_rights()
returns setof text
language plpgsql
set lock_timeout = '2s'
as $$
declare
  wanted constant text[] := '{djet_offload,djet_work,djet_admin}';
  whom text;
  statement text;
begin
  -- One at a time: two would each change rights that the other has read. It does not wait: a migration keeps
  -- everybody from its tables meanwhile.
  begin
    perform
    from jobmachine.lock l
    where l.name = 'rights'
    for update nowait;
  exception when lock_not_available then
    raise exception 'another session is granting the rights'
    using errcode = 'lock_not_available', hint = 'Try again; if it persists, look for a transaction that was left open.';
  end;
  perform jobmachine.make_role(role.name)
  from unnest(wanted) as role(name);

  -- Revokes what an earlier version granted, and new functions from everybody, who may call them at first.
  select 'public' || coalesce(string_agg(format(', %I', r.rolname), ''), '')
  into whom
  from pg_roles r
  where r.rolname = any (wanted);
  execute format('revoke all on schema jobmachine from %s', whom);
  execute format('revoke all on all functions in schema jobmachine from %s', whom);
  for statement in
    select format('revoke all on %s from %s', object.name, whom)
    from (
      select c.oid::regclass::text
      from pg_class c
      where c.relnamespace = 'jobmachine'::regnamespace
        and c.relkind in ('r', 'p', 'v', 'S')
        -- The days come and go; they are read through their tables.
        and not c.relispartition
    ) as object(name)
    union all
    select format('grant usage on schema jobmachine to %I', r.rolname)
    from pg_roles r
    where r.rolname = any (wanted)
    union all
    select format('grant %s %s to %I', r."right", r.object, r.role)
    from jobmachine.rights() r
    join pg_roles known on known.rolname = r.role
  loop
    execute statement;
  end loop;

  return query
  select role.name
  from unnest(wanted) as role(name)
  where not exists (select from pg_roles r where r.rolname = role.name);
end
$$;

comment on function jobmachine.grant_rights is
  'Gives the roles djet_offload, djet_work and djet_admin their rights, and everybody else none; makes missing
roles. Each migration ends with it; the schema''s owner, or a superuser, may call it at any time. Returns the
roles that are still missing, which the owner may not make. Raises lock_not_available if somebody else is
granting rights.';
