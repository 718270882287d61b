-- It has a parameter more: with both there, a call with the old ones would be ambiguous.
drop function if exists jobmachine.release(integer, bigint[], integer[]);

comment on column jobmachine.chore.next_at is
  'The time at which it is due next. Djet''s own go with the next beat of any worker, and when a worker starts, if they are due.';

-- The terms of declarations have a place of their own, as they have in the calls.
update jobmachine.schedule s
set declared = s.declared - '{timeout,attempts,expires,tags,note}'::text[] || jsonb_build_object(
  'terms',
  (
    select jsonb_object_agg(term.key, term.value)
    from jsonb_each(s.declared) as term
    where term.key in ('timeout', 'attempts', 'expires', 'tags', 'note')
  ))
where s.declared ?| '{timeout,attempts,expires,tags,note}';

drop function if exists jobmachine.add_schedule(
  text, text, text, jsonb, text, text, integer, text, text, text, text, text, jsonb, jsonb, text);

comment on column jobmachine.schedule.environment is
  'The environment of its jobs: the user and the tenant on whose behalf they run, the user''s locale, the rule by which they are unique, the argument that is their limit key, and their terms. The term attempts is their number of attempts; expires is the seconds after the due time by which a job must have begun.';
