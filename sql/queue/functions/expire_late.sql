create or replace function jobmachine.expire_late(
  ids bigint[],
  are_over boolean
)
returns void
language plpgsql
as $$
declare
  late record;
begin
  for late in
    select j.id
    from jobmachine.job j
    where j.id = any (expire_late.ids)
      and j.worker is null
      and j.attempt = 0
      and j.environment ? 'expires'
      and not j.environment ? 'begun'
  loop
    -- Each job stands alone: one that cannot be cancelled stops no other.
    begin
      perform jobmachine.expire_job(j.id)
      from jobmachine.job j
      where j.id = late.id
        and (expire_late.are_over or (j.environment ->> 'expires')::timestamptz <= clock_timestamp());
    exception when others then
      raise warning 'the expiry of job % is put off: %', late.id, sqlerrm using errcode = sqlstate;
      -- No worker claims it again and again meanwhile.
      update jobmachine.job j
      set
        position = null,
        run_at = clock_timestamp() + interval '1 minute'
      where j.id = late.id;
    end;
  end loop;
end
$$;

comment on function jobmachine.expire_late is
  'Cancels those of these jobs, which have come back, that expired and have never begun. One that cannot be
cancelled is put off by a minute. are_over: true if the time of all of them is known to be over. Used by
release and expire_claimed.';
