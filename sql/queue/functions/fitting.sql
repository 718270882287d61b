create or replace function jobmachine.fitting(
  ids bigint[]
)
returns bigint[]
language plpgsql
-- Not volatile: the index is not looked up by the result of a function that is.
stable
as $$
declare
  bytes bigint := 0;
  amount integer := 0;
  each bigint;
begin
  -- Most jobs are small.
  if not exists (
    select
    from jobmachine.job j
    where j.id = any (fitting.ids)
      and pg_column_size(j.arguments) + pg_column_size(j.environment) > 1000)
  then
    return fitting.ids;
  end if;
  foreach each in array fitting.ids loop
    exit when bytes >= 8388608;
    amount := amount + 1;
    select bytes + octet_length(j.arguments::text) + octet_length(j.environment::text)
    into bytes
    from jobmachine.job j
    where j.id = each;
  end loop;
  return fitting.ids[:amount];
end
$$;

comment on function jobmachine.fitting is
  'Returns the first of these jobs, up to the one by which their arguments and environments reach 8 MiB of
text, which is how workers receive them. It reads no further. Used by claim, for jobs that are not small, and
choose.';
