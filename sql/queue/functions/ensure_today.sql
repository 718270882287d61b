create or replace function jobmachine.ensure_today()
returns void
language plpgsql
as $$
declare
  today text := to_char(clock_timestamp() at time zone 'UTC', '_YYYYMMDD');
begin
  if to_regclass('jobmachine.history' || today) is null
    or to_regclass('jobmachine.attempt' || today) is null
    or to_regclass('jobmachine.log' || today) is null
  then
    perform jobmachine.keep_days();
  end if;
end
$$;

comment on function jobmachine.ensure_today is
  'Makes today''s partitions if they are missing, such as after a jump of the clock: a job can end at any
time.';
