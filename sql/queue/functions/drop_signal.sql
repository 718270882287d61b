create or replace function jobmachine.drop_signal(
  worker integer,
  id bigint,
  attempt integer,
  name text
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform jobmachine.assert_held(drop_signal.worker, drop_signal.id, drop_signal.attempt);
  delete from jobmachine.sent_signal s
  where s.job = drop_signal.id
    and s.name = drop_signal.name;
end
$$;

comment on function jobmachine.drop_signal is
  'Forgets a signal whose value the running job cannot read, so that another one can be sent. Raises DJF01 if
the job is no longer this worker''s in this attempt.';
