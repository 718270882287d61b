create or replace function jobmachine.refuse_signal(
  job bigint
)
returns void
language plpgsql
as $$
declare
  ended record;
begin
  select h.queue, h.status
  into ended
  from jobmachine.history h
  where h.id = refuse_signal.job
  order by h.finished_at desc
  limit 1;
  if not found then
    raise exception 'there is no job %, or it ended so long ago that it was deleted', refuse_signal.job
    using errcode = 'DJ404';
  end if;
  raise exception '%.% takes no signal: it has ended as %', ended.queue, refuse_signal.job, ended.status
  using errcode = 'DJ409';
end
$$;

comment on function jobmachine.refuse_signal is
  'Raises DJ404 for a job that does not exist, and DJ409 for one that has ended. Used by signal.';
