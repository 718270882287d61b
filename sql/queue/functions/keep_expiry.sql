create or replace function jobmachine.keep_expiry(
  job bigint,
  queue text,
  environment jsonb
)
returns void
language sql
as $$
  delete from jobmachine.expiry e
  where e.job = keep_expiry.job;

  insert into jobmachine.expiry (job, queue, expires_at)
  select keep_expiry.job, keep_expiry.queue, (keep_expiry.environment ->> 'expires')::timestamptz
  where keep_expiry.environment ? 'expires'
$$;

comment on function jobmachine.keep_expiry is
  'Notes when a job expires, in place of what was noted before. Used by check_shape and admit.';
