create or replace function jobmachine.release(
  worker integer,
  ids bigint[],
  attempts integer[],
  have_begun boolean default true
)
returns setof bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  released bigint[];
  queues text[];
  unwanted record;
begin
  with back as (
    update jobmachine.job j
    set
      worker = null,
      claimed_at = null,
      attempt = j.attempt - 1,
      progress = null,
      position = nextval('jobmachine.job_id_seq'),
      -- The attempt does not count, but what it did stays.
      environment = case
        when release.have_begun and j.environment ?| '{unique,expires}' then j.environment || '{"begun": true}'
        else j.environment
      end
    from unnest(release.ids, release.attempts) as one(id, attempt)
    where j.id = one.id
      and j.attempt = one.attempt
      and j.worker = release.worker
    returning j.id, j.queue
  )
  select array_agg(back.id), array_agg(distinct back.queue)
  into released, queues
  from back;
  if cardinality(release.ids) > coalesce(cardinality(released), 0) then
    perform jobmachine.note_refusal('release', cardinality(release.ids) - coalesce(cardinality(released), 0));
  end if;

  perform jobmachine.leave_limits(queues);

  -- Somebody has been told that the job would be stopped: nobody else may begin it.
  for unwanted in
    select j.id, j.queue
    from jobmachine.job j
    where j.id = any (released)
      and exists (select from jobmachine.cancellation c where c.job = j.id)
  loop
    perform jobmachine.end_job(unwanted.id, 'cancelled', null);
    perform pg_notify('jobmachine.' || unwanted.queue || '.' || unwanted.id, '');
  end loop;
  if not release.have_begun then
    perform jobmachine.expire_late(released, are_over => false);
  end if;
  return query select unnest(released);
end
$$;

comment on function jobmachine.release is
  'Hands jobs back to the line unfinished, as a stopping worker does. The attempt does not count. A job that
somebody wants cancelled ends as cancelled instead. have_begun: false for jobs that were claimed alone, which
still expire, and end as cancelled if their time is over. Returns the ids of those that were still this
worker''s in these attempts.';
