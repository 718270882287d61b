alter table jobmachine.queue_limit
  drop constraint queue_limit_key_check,
  add constraint queue_limit_key_check check (key = ':tenant' or key ~ '^[A-Za-z_][A-Za-z0-9_.]{0,99}$');

comment on column jobmachine.queue_limit.key is
  'The argument whose value is the key of a job, such as customer or order.customer, unless the job''s function names another; or :tenant, the job''s tenant. Keys take turns. Null for a queue without keys.';
comment on column jobmachine.job.environment is
  'The user and the tenant on whose behalf it runs, the user''s locale, the offloader''s trace; what its offload said of it: timeout, expires, tags, note, unique and group; the schedule that made it; the outcome of the group after which it runs. If it was retried or snoozed: attempts, how many it had at first.';
comment on column jobmachine.schedule.environment is
  'The environment of its jobs: the user and the tenant on whose behalf they run, the user''s locale, the rule by which they are unique, and their terms. The term attempts is their number of attempts; expires is the seconds after the due time by which a job must have begun.';
comment on column jobmachine.unique_key.key is
  'The key: what whoever offloaded the job chose, or a hash of its arguments; of a tenant''s job a hash of the tenant and either.';

-- They have more parameters now.
drop function if exists jobmachine.tickets_of(text, bigint, integer);
drop function if exists jobmachine.add_schedule(
  text, text, text, jsonb, text, text, integer, text, text, text, text, text, jsonb, jsonb);
drop function if exists jobmachine.flow_of(bigint, integer, integer);
drop function if exists jobmachine.group_status(bigint);
drop function if exists jobmachine.group_named(text);
drop function if exists jobmachine.members_of(bigint, bigint, integer);
drop function if exists jobmachine.cancel_group(bigint, bigint, integer);
