create or replace function jobmachine.reply(
  worker integer,
  ids bigint[],
  attempts integer[],
  replies jsonb[]
)
returns setof bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_hashjoin = off
set enable_mergejoin = off
set enable_seqscan = off
as $$
declare
  accepted bigint[];
  queues text[];
  are_limited constant boolean := exists (select from jobmachine.queue_limit);
  groups jsonb[];
  refused integer;
begin
  perform jobmachine.check_reply('a job''s reply', one.reply)
  from unnest(reply.replies) as one(reply)
  where octet_length(one.reply::text) > 65536;
  if to_regclass('jobmachine.history' || to_char(clock_timestamp() at time zone 'UTC', '_YYYYMMDD')) is null then
    perform jobmachine.keep_days();
  end if;
  with done as (
    delete from jobmachine.ending j
    using unnest(reply.ids, reply.attempts, reply.replies) as one(id, attempt, reply)
    where j.id = one.id
      and j.attempt = one.attempt
      and j.worker = reply.worker
    returning 'finished'::jobmachine.status, one.reply, null::jsonb as error, j.*
  ), ended as (
    insert into jobmachine.ended
    select *
    from done
  )
  select
    array_agg(done.id),
    array_agg(done.environment -> 'group') filter (where done.environment ? 'group'),
    array_agg(distinct done.queue) filter (where are_limited)
  into accepted, groups, queues
  from done;
  if groups is not null then
    perform jobmachine.note_group_ends(groups, '{}', 'finished');
  end if;
  if cardinality(reply.ids) > coalesce(cardinality(accepted), 0) then
    -- Jobs that this worker has ended before do not count: it has lost the answer to that commit, and says it
    -- again.
    select count(*)
    into refused
    from unnest(reply.ids, reply.attempts) as one(id, attempt)
    where one.id <> all (coalesce(accepted, '{}'))
      and not exists (
        select from jobmachine.history h
        where h.id = one.id and h.attempt = one.attempt and h.worker = reply.worker and h.status = 'finished');
    if refused > 0 then
      perform jobmachine.note_refusal('reply', refused);
    end if;
  end if;
  perform jobmachine.note_ends(accepted, queues);
  perform jobmachine.release_dependents(accepted);
  return query select unnest(accepted);
end
$$;

comment on function jobmachine.reply is
  'Ends jobs with their replies, and returns the ids of those that were still this worker''s in these
attempts. An id that is missing was refused: the job has been rescued, cancelled or ended since, and what was
done for it must be undone. Raises program_limit_exceeded for a reply longer than reply_limit().';
