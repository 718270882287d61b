-- It has a parameter more: with both there, a call with the old ones would be ambiguous.
drop function if exists jobmachine.release(integer, bigint[], integer[]);

comment on column jobmachine.chore.next_at is
  'The time at which it is due next. Djet''s own go with the next beat of any worker, and when a worker starts, if they are due.';
