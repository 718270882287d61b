-- What a role has to do is done by functions that run with the rights of the schema's owner, whatever the search path of
-- whoever calls them: nobody needs a right to write to a table. That costs a call one or two microseconds.
create or replace function jobmachine.rights()
returns table (
  role text,
  "right" text,
  object text
)
language sql
stable
as $$
  with given(role, functions, tables) as (
    values
      (
        '{djet_offload,djet_work}'::text[],
        '{offload,offload_each,offload_many,draw,outcomes,cancel,tickets_of,read_log,
          begin_file,add_chunk,finish_file,drop_file}'::text[],
        '{tickets,log,file,chunk,migration}'::text[]
      ),
      (
        '{djet_work}',
        '{register,unregister,beat,watch,place_of,promote,claim,reply,reply_or_raise,fail,snooze,release,rescue,held_by,
          cancelled_of,progress,write_log,steps,hold,keep_step,drop_steps,note_refusal,tally_up,status}',
        '{jobs}'
      )
  )
  select unnest(g.role), 'execute on function', p.oid::regprocedure::text
  from given g
  cross join unnest(g.functions) as named(name)
  left join pg_proc p on p.proname = named.name and p.pronamespace = 'jobmachine'::regnamespace
  union all
  select unnest(g.role), 'select on', c.oid::regclass::text
  from given g
  cross join unnest(g.tables) as named(name)
  left join pg_class c on c.relname = named.name and c.relnamespace = 'jobmachine'::regnamespace
  union all
  select 'djet_admin', 'execute on function', p.oid::regprocedure::text
  from pg_proc p
  where p.pronamespace = 'jobmachine'::regnamespace
    and p.proname not in ('grant_rights', 'make_role')
  union all
  select 'djet_admin', 'select on', c.oid::regclass::text
  from pg_class c
  where c.relnamespace = 'jobmachine'::regnamespace
    and c.relkind in ('r', 'p', 'v', 'S')
    -- The days come and go; they are read by way of their tables.
    and not c.relispartition
$$;

comment on function jobmachine.rights is
  'Who may do what: djet_offload offloads jobs, waits for tickets and cancels them, and stores and reads files, but is not
told what jobs were given; djet_work is a worker, and may do the same; djet_admin reads everything, and calls whatever the
jobs page does. Nobody writes to tables. grant_rights sees to it.';
