-- One bad row harms no other: what comes in has a shape, what waits for others holds no lock on them, and a file is its
-- maker's until it is finished.

create function jobmachine.is_environment(
  environment jsonb
)
returns boolean
language sql
immutable
as $$
  select environment = '{}'::jsonb
    or jsonb_typeof(environment) = 'object'
      and coalesce(jsonb_typeof(environment -> 'user'), 'null') in ('string', 'null')
      and coalesce(octet_length(environment ->> 'user'), 0) <= 1000
      and coalesce(jsonb_typeof(environment -> 'locale'), 'null') in ('string', 'null')
      and (
        not environment ? 'trace'
        or jsonb_typeof(environment -> 'trace') = 'null'
        or jsonb_typeof(environment -> 'trace') = 'object'
          and coalesce(not environment @? 'strict $.trace.* ? (@.type() <> "string")'::jsonpath, true))
      and (
        not environment ? 'attempts'
        or jsonb_typeof(environment -> 'attempts') = 'number' and environment ->> 'attempts' ~ '^[1-9][0-9]{0,8}$')
$$;

comment on function jobmachine.is_environment is
  'Whether it is an object whose user and locale are texts, whose trace holds texts, and whose attempts is a whole number.';

create function jobmachine.is_progress(
  progress jsonb
)
returns boolean
language sql
immutable
as $$
  select jsonb_typeof(progress) = 'object'
    and coalesce(jsonb_typeof(progress -> 'done'), '') = 'number'
    and progress ->> 'done' ~ '^-?[0-9]{1,18}$'
    and coalesce(jsonb_typeof(progress -> 'of'), 'null') in ('number', 'null')
    and coalesce(progress ->> 'of', '0') ~ '^-?[0-9]{1,18}$'
    and coalesce(jsonb_typeof(progress -> 'note'), 'null') in ('string', 'null')
$$;

comment on function jobmachine.is_progress is
  'Whether it is an object whose done and of are whole numbers and whose note is a text; only done must be there.';

create function jobmachine.mended_environment(
  environment jsonb
)
returns jsonb
language sql
immutable
as $$
  select case
    when jobmachine.is_environment(environment) then environment
    when jsonb_typeof(environment) = 'object' then (
      select coalesce(jsonb_object_agg(kept.key, kept.value), '{}')
      from jsonb_each(environment) as kept
      where kept.key in ('user', 'locale')
        and jobmachine.is_environment(jsonb_build_object(kept.key, kept.value))
    )
    else '{}'
  end
$$;

comment on function jobmachine.mended_environment is
  'An environment as it is if it has its shape, and otherwise only its user and its locale, where they are texts.';

update jobmachine.job j
set environment = jobmachine.mended_environment(j.environment)
where j.environment <> '{}'
  and not jobmachine.is_environment(j.environment);

update jobmachine.job j
set progress = null
where j.progress is not null
  and not jobmachine.is_progress(j.progress);

alter table jobmachine.job
  add column limit_is_given boolean not null default true;

comment on column jobmachine.job.limit_is_given is
  'Whether whoever offloaded it said how many attempts it has. If not, the number of its handler counts from its first failure on.';

-- A trigger, not a constraint: the expressions of constraints are read and planned anew for each statement, which would cost
-- half a millisecond for each offload. Not for updates: a claim would lock each row twice.
create function jobmachine.check_shape()
returns trigger
language plpgsql
as $$
begin
  if pg_column_size(new.environment) > 65536 then
    raise exception 'the environment of a job is longer than 64 kB'
    using errcode = 'check_violation', constraint = 'job_environment_is_short', table = tg_table_name;
  end if;
  if not jobmachine.is_environment(new.environment) then
    raise exception 'the environment of a job is an object with user, locale and trace, not %', left(new.environment::text, 100)
    using
      errcode = 'check_violation', constraint = 'job_environment_has_its_shape', table = tg_table_name,
      hint = 'Such as {"user": "helen", "locale": "da-DK", "trace": {"traceparent": "…"}}.';
  end if;
  if new.progress is not null and not jobmachine.is_progress(new.progress) then
    raise exception 'the progress of a job is an object with done, of and note, not %', left(new.progress::text, 100)
    using errcode = 'check_violation', constraint = 'job_progress_has_its_shape', table = tg_table_name;
  end if;
  return new;
end
$$;

comment on function jobmachine.check_shape is
  'Refuses a job whose environment or progress has not the shape that workers and pages read.';

create trigger job_has_its_shape before insert on jobmachine.job
for each row
when (new.environment <> '{}'::jsonb or new.progress is not null)
execute function jobmachine.check_shape();

alter table jobmachine.history
  add column limit_is_given boolean not null default true;

comment on column jobmachine.history.limit_is_given is
  'Whether its number of attempts had been said: by whoever offloaded it, or by its handler.';

alter table jobmachine.dependency
  add column lost_at timestamptz,
  add column is_settled boolean not null default true;

-- Nearly always empty.
create index dependency_unsettled on jobmachine.dependency (needs, job)
where not is_settled;

create index dependency_lost on jobmachine.dependency (lost_at)
where lost_at is not null;

comment on table jobmachine.dependency is
  'Which jobs wait for which. A row goes when the job that is needed finishes; if that ends otherwise, it stays, so that those that ended because of it come back with it.';
comment on column jobmachine.dependency.lost_at is
  'When the job that waited ended without having run. Null as long as it waits.';
comment on column jobmachine.dependency.is_settled is
  'Whether the end of the job that is needed is certain to see this row. One that is new may have been missed by it.';

create table jobmachine.blind_end (
  job bigint primary key
);

comment on table jobmachine.blind_end is
  'Jobs that ended in a transaction which saw nothing of what was committed since it began: jobs may wait for them that it has missed. Nearly always empty.';
comment on column jobmachine.blind_end.job is 'The id of the job that ended.';

-- Longer than before, in characters; write_log cuts at 8 kB. The lines that are there are shorter.
alter table jobmachine.log
  drop constraint log_message_is_short,
  add constraint log_message_is_short check (length(message) <= 8192) not valid;

alter table jobmachine.file add column maker text;

comment on column jobmachine.file.maker is
  'The login that began it: nobody else adds bytes to it, finishes or removes it before it is finished, or says for which job it is.';

-- They have another shape, or a parameter more: with both there, a call with the old ones would be ambiguous.
drop function if exists jobmachine.claim(text, integer, integer, bigint[]);
drop function if exists jobmachine.fail(integer, bigint, integer, jsonb, interval);
