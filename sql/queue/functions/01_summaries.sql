create or replace view jobmachine.live_summary as
select
  id,
  queue,
  kind,
  case
    when worker is not null then 'processing'::jobmachine.status
    when waiting_for > 0 then 'waiting'
    when position is null then 'scheduled'
    else 'entered'
  end as status,
  priority,
  attempt,
  attempt_limit,
  waiting_for,
  worker,
  environment ->> 'user' as "user",
  offloaded_at,
  run_at,
  claimed_at,
  null::timestamptz as finished_at,
  cancel_requested,
  progress,
  error ->> 'type' as error_type,
  left(error ->> 'message', 300) as error_message
from jobmachine.job;

comment on view jobmachine.live_summary is 'What a list says of live jobs: all but what may be long.';

create or replace view jobmachine.ended_summary as
select
  id,
  queue,
  kind,
  status,
  priority,
  attempt,
  attempt_limit,
  0 as waiting_for,
  worker,
  environment ->> 'user' as "user",
  offloaded_at,
  run_at,
  claimed_at,
  finished_at,
  false as cancel_requested,
  null::jsonb as progress,
  error ->> 'type' as error_type,
  left(error ->> 'message', 300) as error_message
from jobmachine.history;

comment on view jobmachine.ended_summary is 'What a list says of ended jobs: all but what may be long.';
