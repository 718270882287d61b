-- Under an old snapshot, the versions of a row that each claim changes stay: with a number that rises with each
-- of them, the newest is found first. No other index may hold the row, whose entries would be looked through.
-- The jobs that run are not compressed: they are many, and others after each claim.
alter table jobmachine.queue_use
  add column number bigint generated always as identity,
  drop constraint queue_use_pkey,
  add primary key (queue, number),
  alter column jobs set storage external;

comment on column jobmachine.queue_use.number is
  'Rises with each claim, so that the newest version of the row is found first.';

-- They have other parameters now; and the last one is gone.
drop function if exists jobmachine.choose_by_key(text, jobmachine.queue_limit, integer, bigint[]);
drop function if exists jobmachine.choose_of_keys(text, smallint, jobmachine.queue_limit, text[], integer, bigint[]);
drop function if exists jobmachine.keys_in_line(text, smallint, text, integer, text[]);
drop function if exists jobmachine.leave_limits(bigint[]);
drop function if exists jobmachine.note_ends(bigint[]);
drop function if exists jobmachine.key_rooms(jobmachine.queue_limit, bigint[]);
