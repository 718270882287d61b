-- The history's indexes are made of the function. They keep it under its new name.
alter function jobmachine.sort_of(text, text, jobmachine.status) rename to bucket;

comment on function jobmachine.bucket is
  'Returns the bucket of an ended job: jobs of one queue, kind and status share it. Indexes are made of it: it must never change.';

-- They have other names now. Only functions of the queue called them.
drop function if exists jobmachine.sorts_of_day(text, jsonb);
drop function if exists jobmachine.look_by_sort(text, jsonb);
drop function if exists jobmachine.let_go(bigint[]);
