create or replace function jobmachine.tally_minute(
  since timestamptz
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
as $$
begin
  with counted as (
    select
      h.queue,
      h.kind,
      h.status,
      count(*) as amount,
      coalesce(sum(extract(epoch from h.claimed_at - greatest(h.run_at, h.offloaded_at))), 0) as waited,
      coalesce(sum(extract(epoch from h.finished_at - h.claimed_at)), 0) as ran
    from jobmachine.history h
    where h.finished_at >= tally_minute.since
      and h.finished_at < tally_minute.since + interval '1 minute'
    group by h.queue, h.kind, h.status
  )
  insert into jobmachine.tally as t (span, since, queue, kind, status, amount, waited, ran)
  select
    span.name, date_trunc(span.name, tally_minute.since, 'UTC'), counted.queue, counted.kind, counted.status,
    counted.amount, counted.waited, counted.ran
  from counted
  cross join unnest('{minute,hour,day}'::text[]) as span(name)
  on conflict on constraint tally_pkey do update
  set
    amount = t.amount + excluded.amount,
    waited = t.waited + excluded.waited,
    ran = t.ran + excluded.ran;
end
$$;

comment on function jobmachine.tally_minute is
  'Adds the jobs that ended in one minute to the tally. Used by roll_up.';
