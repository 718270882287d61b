-- It returns the next group to look at: settle_group does so in a loop.
drop function if exists jobmachine.end_group(jobmachine.job_group);
-- It also tells that there is more.
drop function if exists jobmachine.settle();

-- Settling is done so many at a time, and goes on from where it stopped.
alter table jobmachine.lock add column place bigint not null default 0;

comment on column jobmachine.lock.place is
  'Of settle: the job behind which the next look goes on, while more jobs wait than one look sees to; else 0.';

-- It has another parameter.
drop function if exists jobmachine.expire(text[]);

-- It also tells that the job was there already.
drop function if exists jobmachine.offload_unique(
  text, jsonb, text, text, interval, text, text, integer, timestamptz, bigint[], integer, jsonb, boolean, bigint[]);

-- A claim passes so many keys that may not begin, and the next one goes on from there.
alter table jobmachine.queue_use add column walks jsonb not null default '{}';

comment on column jobmachine.queue_use.walks is
  'The walks along the keys of a queue and priority that a claim has left to the next: at, the key behind which it goes on; until, where it ends; since, the last job id at its beginning; and again, true if a job has ended since.';

drop function if exists jobmachine.keys_in_line(text, smallint, jobmachine.queue_limit, text, integer, text[]);
drop function if exists jobmachine.choose_by_key(text, jobmachine.queue_limit, text, integer, text[]);

-- It has other parameters: its hint tells a time.
drop function if exists jobmachine.refuse_duplicate(bigint, text);
