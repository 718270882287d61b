-- It got one argument more.
drop function if exists jobmachine.add_schedule(
  text, text, text, jsonb, text, text, integer, text, text, text, text, text, jsonb);

comment on column jobmachine.schedule.environment is
  'The environment of its jobs: the user on whose behalf they run, their locale, the rule by which they are unique, and their terms. The term attempts is their number of attempts; expires is the seconds after the due time by which a job must have begun.';
