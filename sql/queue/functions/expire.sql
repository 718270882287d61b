create or replace function jobmachine.expire(
  queues text[],
  most integer default 1000
)
returns boolean
language plpgsql
as $$
declare
  due record;
  amount integer := 0;
begin
  for due in
    select e.job
    from jobmachine.expiry e
    where e.queue = any (expire.queues)
      and e.expires_at <= now()
    order by e.expires_at
    limit expire.most
    for update skip locked
  loop
    amount := amount + 1;
    -- Each job stands alone: one that cannot be cancelled stops no other.
    begin
      perform jobmachine.expire_job(due.job);
    exception when others then
      raise warning 'the expiry of job % is put off: %', due.job, sqlerrm using errcode = sqlstate;
      update jobmachine.expiry e
      set expires_at = clock_timestamp() + interval '1 minute'
      where e.job = due.job;
    end;
  end loop;
  return amount = expire.most;
end
$$;

comment on function jobmachine.expire is
  'Cancels the jobs of some queues that had to begin by now and have not, so many of them at most. Returns
true if there may be more. Used by promote_with and expire_all.';
