create or replace function swift_jobs_import.move(
  amount integer,
  others smallint[] default '{}',
  kinds jsonb default '{}'
)
returns table (moved integer, refused integer)
language plpgsql
as $$
declare
  found_job record;
  payload jsonb;
  name text;
  fate text;
begin
  if to_regclass('swift_jobs.jobs') is null then
    raise exception 'there is no table swift_jobs.jobs in this database'
    using errcode = 'DJ404', hint = 'Load it first: pg_dump --schema swift_jobs OLD | psql NEW';
  end if;
  move.moved := 0;
  move.refused := 0;
  for found_job in
    -- A worker of swift-jobs takes the row of the queue first, then that of the job. So does this.
    with in_line as materialized (
      select q.job_id, q.delayed_until, coalesce((to_jsonb(q) ->> 'priority')::integer, 2) as priority
      from swift_jobs.queues q
      where not exists (select from swift_jobs_import.moved m where m.id = q.job_id)
      order by q.delayed_until, q.job_id
      limit move.amount
      for update skip locked
    ),
    out_of_line as materialized (
      select j.id
      from swift_jobs.jobs j
      where j.status = any (move.others)
        and not exists (select from swift_jobs.queues q where q.job_id = j.id)
        and not exists (select from swift_jobs_import.moved m where m.id = j.id)
      order by j.id
      limit move.amount
      for update skip locked
    )
    select l.job_id as id, l.delayed_until, l.priority, j.queue_name, j.job
    from in_line l
    left join swift_jobs.jobs j on j.id = l.job_id
    union all
    select o.id, null, 2, j.queue_name, j.job
    from out_of_line o
    join swift_jobs.jobs j on j.id = o.id
    limit move.amount
  loop
    -- A job that Djet refuses harms no other.
    begin
      payload := convert_from(found_job.job, 'UTF8')::jsonb;
      name := (select n.key from jsonb_object_keys(payload) as n(key) limit 1);
      insert into swift_jobs_import.moved (id, job)
      values (
        found_job.id,
        jobmachine.offload(
          coalesce(move.kinds ->> name, swift_jobs_import.plain_name(name)),
          payload -> name -> 'p',
          swift_jobs_import.plain_name(found_job.queue_name),
          least(greatest(8 - 2 * found_job.priority, 0), 9),
          nullif(greatest(found_job.delayed_until, now()), now()),
          environment => jsonb_strip_nulls(jsonb_build_object(
            'note', 'swift-jobs ' || found_job.id, 'trace', payload -> name -> 't'))));
      delete from swift_jobs.queues q where q.job_id = found_job.id;
      -- Cancelled, so that no cleaning of swift-jobs runs it again.
      update swift_jobs.jobs j set status = 3, last_modified = now() where j.id = found_job.id;
      move.moved := move.moved + 1;
    exception
      when data_exception or integrity_constraint_violation or sqlstate 'DJ400' then
        get stacked diagnostics fate = message_text;
        insert into swift_jobs_import.moved (id, fault) values (found_job.id, left(fate, 500)) on conflict do nothing;
        move.refused := move.refused + 1;
    end;
  end loop;
  return next;
end
$$;

comment on function swift_jobs_import.move is
  'Moves jobs of swift_jobs, at most so many, in the caller''s transaction: those in line, and those out of line
that have one of the other statuses. Returns how many were moved, and how many were refused and marked with the
reason. Raises DJ404 without the tables of swift-jobs.';
