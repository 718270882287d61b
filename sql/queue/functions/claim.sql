create or replace function jobmachine.claim(
  queue text,
  worker integer,
  amount integer,
  floors bigint[] default '{}'
)
returns table (
  id bigint,
  "position" bigint,
  attempt integer,
  attempt_limit integer,
  priority smallint,
  kind text,
  arguments text,
  environment text,
  limit_is_given boolean
)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
declare
  -- The queues whose pauses and limits hold for this one.
  branch constant text[] := case
    when strpos(claim.queue, '.') = 0 then array[claim.queue]
    else jobmachine.branch_of(claim.queue)
  end;
  is_limited boolean;
  chosen bigint[];
begin
  -- The lock keeps out rescue, which strikes the worker off first: a claim that is still under way when its
  -- worker has died is either seen by the rescue, or comes too late and gets nothing.
  select exists (select from jobmachine.queue_limit l where l.queue = any (branch))
  into is_limited
  from jobmachine.worker w
  where w.id = claim.worker
  for key share of w;
  if not found then
    raise exception 'worker % is not registered', claim.worker
    using errcode = 'DJW01', hint = 'Register it first; a worker that was struck off must register again.';
  end if;
  if claim.amount < 0 then
    perform jobmachine.up_to(claim.amount);
  end if;
  if is_limited then
    chosen := jobmachine.choose(claim.queue, claim.amount, claim.floors);
  end if;

  -- The statement that takes the jobs also checks for a pause: after a separate check, a job that came after
  -- the pause could be taken. Under limits choose_in_line makes the same choice: change both.
  return query
  with next as materialized (  -- fence: the planner must not run the limit twice
    select candidate.id, candidate.bytes
    from generate_series(0, 9) as level(priority)
    cross join lateral (
      select j.id, pg_column_size(j.arguments) + pg_column_size(j.environment) as bytes
      from jobmachine.job j
      where j.queue = claim.queue
        and j.priority = level.priority
        and j.worker is null
        and j.position > coalesce(claim.floors[level.priority + 1], -1)
      order by j.position
      limit claim.amount
      -- Not for update: settle looks at jobs that wait in the line, and a claim must not pass them by.
      for no key update skip locked
    ) as candidate
    where not is_limited
      and not exists (
        select
        from jobmachine.queue q
        where q.name = any (branch)
          and q.paused_at is not null)
    limit claim.amount
  )
  update jobmachine.job j
  set
    worker = claim.worker,
    attempt = j.attempt + 1,
    claimed_at = now()
  where j.id = any (
    case
      when is_limited then chosen
      when exists (select from next where next.bytes > 1000)
        then jobmachine.fitting(array(select next.id from next))
      else array(select next.id from next)
    end)
  returning
    j.id, j.position, j.attempt, j.attempt_limit, j.priority, j.kind, j.arguments::text, j.environment::text,
    j.limit_is_given;
end
$$;

comment on function jobmachine.claim is
  'Gives up to amount jobs of a queue to a worker, lowest priority number first, then by position. floors[p +
1] is the position in priority p below which the worker has seen every job taken: index entries of jobs long
gone are not walked again. Without floors it is a full look, which also finds jobs whose transactions
committed late. A claim ends with the job by which its arguments and environments reach 8 MiB of text. A
paused queue gives none, nor does one below it; a queue with limits gives as many as they allow. Raises DJW01
if the worker is not registered, and lock_not_available if somebody else keeps a limit of the queue locked for
half a second.';
