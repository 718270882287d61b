-- It has a parameter for each status more.
drop function if exists jobmachine.beat(integer, interval);

create table jobmachine.retention_mark (
  until timestamptz not null default '-infinity',
  status jobmachine.status primary key
);

comment on table jobmachine.retention_mark is
  'How far ended jobs were deleted whose status is kept for less time than others are. No row is looked at twice.';
comment on column jobmachine.retention_mark.until is 'The jobs of the status that ended up to this time are deleted.';
comment on column jobmachine.retention_mark.status is 'The status.';
