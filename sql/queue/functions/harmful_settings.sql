create or replace function jobmachine.harmful_settings()
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  select s.name, null::timestamptz, jsonb_build_object('value', s.setting)
  from pg_settings s
  join (
    values
      ('fsync', '{on}'::text[]),
      ('full_page_writes', '{on}'),
      ('synchronous_commit', '{local,remote_write,on,remote_apply}'),
      ('autovacuum', '{on}'),
      ('track_counts', '{on}'),
      ('track_activities', '{on}'),
      ('session_replication_role', '{origin}'),
      ('default_transaction_read_only', '{off}'),
      ('zero_damaged_pages', '{off}')
  ) as known(name, harmless) on known.name = s.name
  where s.setting <> all (known.harmless)
  union all
  select 'in_hot_standby', null, jsonb_build_object('value', 'on')
  where pg_is_in_recovery()
  union all
  select 'autovacuum_enabled', null, jsonb_build_object('value', 'off', 'table', min(c.relname::text))
  from pg_class c
  cross join unnest(c.reloptions) as option(text)
  where c.relnamespace = 'jobmachine'::regnamespace
    and option.text ~* '^autovacuum_enabled=(off|false|no|0)$'
  having count(*) > 0
$$;

comment on function jobmachine.harmful_settings is
  'Returns the settings, as this session has them, with which jobs get lost or the queue cannot work for long.
See dead_workers for the columns.';
