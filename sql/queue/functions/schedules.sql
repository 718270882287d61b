create or replace view jobmachine.schedules as
select
  s.name,
  s.rule,
  s.zone,
  s.kind,
  s.queue,
  s.priority,
  s.missed,
  s.overlap,
  s.arguments,
  s.environment ->> 'user' as "user",
  s.environment ->> 'locale' as locale,
  case when s.paused_at is null and s.retired_at is null then s.next_at end as next_at,
  s.last_at,
  s.last_job,
  last.queue as last_queue,
  last.status as last_status,
  s.skipped_at,
  s.paused_at,
  s.paused_by,
  s.paused_why,
  s.part,
  s.retired_at,
  s.created_at,
  s.changed_at,
  s.changed_by,
  s.declared,
  s.environment - '{user,locale,tenant,unique,limitKey}'::text[] as terms,
  s.environment ->> 'tenant' as tenant,
  s.environment -> 'unique' as "unique"
from jobmachine.schedule s
left join lateral (
  select j.queue, j.status
  from jobmachine.jobs j
  where j.id = s.last_job
  order by j.finished_at desc nulls first
  limit 1
) as last on true;

comment on view jobmachine.schedules is 'The schedules, each with the status of its last job.';
comment on column jobmachine.schedules.name is 'The name.';
comment on column jobmachine.schedules.rule is 'The rule, as it was written.';
comment on column jobmachine.schedules.zone is 'The time zone of the rule.';
comment on column jobmachine.schedules.kind is 'The kind of its jobs.';
comment on column jobmachine.schedules.queue is 'The queue that its jobs join.';
comment on column jobmachine.schedules.priority is 'The priority of its jobs.';
comment on column jobmachine.schedules.missed is
  'The rule for due times at which no worker was there: last, all or none.';
comment on column jobmachine.schedules.overlap is
  'The rule for a due time while the job before is live: skip or allow.';
comment on column jobmachine.schedules.arguments is 'The arguments of its jobs.';
comment on column jobmachine.schedules."user" is 'The user on whose behalf its jobs run.';
comment on column jobmachine.schedules.locale is 'The locale of its jobs.';
comment on column jobmachine.schedules.next_at is 'The next due time; null while it is paused or retired.';
comment on column jobmachine.schedules.last_at is 'The due time of its last job.';
comment on column jobmachine.schedules.last_job is 'Its last job.';
comment on column jobmachine.schedules.last_queue is
  'The queue of its last job; null if that is no longer kept.';
comment on column jobmachine.schedules.last_status is
  'The status of its last job; null if that is no longer kept.';
comment on column jobmachine.schedules.skipped_at is 'The last due time that made no job.';
comment on column jobmachine.schedules.paused_at is 'The time since when it makes no jobs.';
comment on column jobmachine.schedules.paused_by is 'The person who paused it; null if it paused itself.';
comment on column jobmachine.schedules.paused_why is 'The reason for the pause.';
comment on column jobmachine.schedules.part is 'The part that declares it; null if it was added by hand.';
comment on column jobmachine.schedules.retired_at is 'The time when its part no longer declared it.';
comment on column jobmachine.schedules.created_at is 'The time when it was added or first declared.';
comment on column jobmachine.schedules.changed_at is 'The time when a person last changed it by hand.';
comment on column jobmachine.schedules.changed_by is 'The person who changed it.';
comment on column jobmachine.schedules.declared is 'The declaration of its part.';
comment on column jobmachine.schedules.terms is
  'The terms of its jobs: timeout, attempts, expires, tags and note.';
comment on column jobmachine.schedules.tenant is 'The tenant on whose behalf its jobs run.';
comment on column jobmachine.schedules."unique" is
  'The rule by which its jobs are unique; null if they are not.';
