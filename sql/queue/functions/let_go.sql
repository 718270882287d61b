create or replace function jobmachine.let_go(
  ended bigint[]
)
returns void
language plpgsql
as $$
declare
  freed_queue text;
begin
  -- Nearly always there is nobody.
  if not exists (select from jobmachine.dependency d where d.needs = any (let_go.ended)) then
    return;
  end if;

  for freed_queue in
    with freed as (
      delete from jobmachine.dependency d
      where d.needs = any (let_go.ended)
      returning d.job
    ), counted as (
      select freed.job, count(*)::integer as amount
      from freed
      group by freed.job
    ), moved as (
      update jobmachine.job j
      set
        waiting_for = j.waiting_for - counted.amount,
        position = case
          when j.waiting_for = counted.amount and j.run_at <= now() then nextval('jobmachine.job_id_seq')
        end
      from counted
      where j.id = counted.job
      returning j.queue, j.waiting_for
    )
    select distinct moved.queue
    from moved
    where moved.waiting_for = 0
  loop
    perform pg_notify('jobmachine.' || freed_queue, 'later');
  end loop;
end
$$;

comment on function jobmachine.let_go is
  'Lets the jobs go on that waited for these, which have finished. A part of reply. It rings within the transaction, since
only the server knows whom to wake.';
