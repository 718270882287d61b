create or replace function jobmachine.add_schedule(
  name text,
  rule text,
  kind text,
  arguments jsonb default '{}',
  zone text default 'UTC',
  queue text default 'default',
  priority integer default 4,
  missed text default 'last',
  overlap text default 'skip',
  "user" text default null,
  locale text default null,
  by_whom text default null,
  unique_rule jsonb default null,
  terms jsonb default null,
  tenant text default null,
  limit_key text default null
)
returns timestamptz
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  entry jobmachine.schedule;
begin
  if exists (select from jobmachine.schedule s where s.name = add_schedule.name) then
    raise exception 'there is a schedule “%” already', add_schedule.name
    using errcode = 'DJ409', hint = 'Change that one, or take another name.';
  end if;
  if (add_schedule.priority between 0 and 9) is not true then
    perform jobmachine.check_job(add_schedule.queue, add_schedule.kind, add_schedule.priority, null, null);
  end if;
  entry.name := add_schedule.name;
  entry.rule := add_schedule.rule;
  entry.kind := add_schedule.kind;
  entry.arguments := add_schedule.arguments;
  entry.zone := add_schedule.zone;
  entry.queue := add_schedule.queue;
  entry.priority := add_schedule.priority;
  entry.missed := add_schedule.missed;
  entry.overlap := add_schedule.overlap;
  entry.environment := jsonb_strip_nulls(jsonb_build_object(
    'user', add_schedule."user", 'locale', add_schedule.locale, 'tenant', add_schedule.tenant,
    'unique', add_schedule.unique_rule, 'limitKey', add_schedule.limit_key));
  entry := jobmachine.schedule_with(entry, jsonb_build_object('terms', add_schedule.terms));
  entry.changed_by := add_schedule.by_whom;
  entry.changed_at := now();
  return jobmachine.keep_schedule(entry);
end
$$;

comment on function jobmachine.add_schedule is
  'Adds a schedule by hand, and returns its next due time. rule: five or six fields of cron, a macro such as
@daily, or @every 10 minutes. missed: what becomes of due times at which no worker was there; last makes one
job for the last of them, all makes one for each, none makes none. overlap: what becomes of a due time while
the job before is live; skip makes no job, allow makes one. user and locale: on whose behalf its jobs run, and
in which locale. by_whom: the person who adds it. unique_rule: the rule of unique jobs, such as {"while":
"live", "otherwise": "keep"}. terms: an object of timeout (the longest time of an attempt), attempts, expires
(the time after the due time by which a job must have begun), tags and note. Times are seconds, such as 90, or
texts, such as "90s", "10m", "12h", "7d" or "1 hour 30 minutes". tenant: on whose behalf its jobs run, besides
the user. limit_key: the argument whose value is the key of its jobs in queues with keys, in place of the
queue''s. Raises DJ409 if there is one of this name, and DJ400 for values that no schedule can have.';
