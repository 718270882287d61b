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
