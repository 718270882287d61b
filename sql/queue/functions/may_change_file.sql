create or replace function jobmachine.may_change_file(
  maker text,
  is_complete boolean
)
returns boolean
language sql
stable
as $$
  -- The login counts, not the role whose rights it has at the moment. A file from before there were makers is
  -- anybody's until it is finished, then nobody's.
  select coalesce(may_change_file.maker = session_user, not may_change_file.is_complete)
    or (
      may_change_file.is_complete
      and exists (
        select
        from pg_roles r
        where r.rolname in ('djet_work', 'djet_admin')
          and pg_has_role(session_user, r.oid, 'member')))
    or pg_has_role(session_user, (select n.nspowner from pg_namespace n where n.nspname = 'jobmachine'), 'member')
$$;

comment on function jobmachine.may_change_file is
  'Returns true if the login of this session may add to a file, finish or remove it: its maker may; workers
and administrators may when it is finished; the owner of the schema always may. Used by add_chunk,
finish_file, drop_file and refuse_file.';
