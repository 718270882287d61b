create or replace function jobmachine.return_key(
  job bigint,
  kind text,
  arguments jsonb,
  rule jsonb
)
returns boolean
language plpgsql
as $$
declare
  wanted constant text := jobmachine.key_of(return_key.rule, return_key.arguments);
begin
  -- A job of the same key that comes back in this transaction is not live yet.
  if exists (
    select from jobmachine.unique_key u
    where u.kind = return_key.kind and u.key = wanted and u.job <> return_key.job and u.taken_at >= now())
  then
    return false;
  end if;
  if jobmachine.take_key(return_key.job, return_key.kind, return_key.arguments, return_key.rule) <> return_key.job then
    return false;
  end if;
  update jobmachine.unique_key u
  set taken_at = clock_timestamp()
  where u.kind = return_key.kind
    and u.key = wanted;
  return true;
end
$$;

comment on function jobmachine.return_key is
  'Returns true if a unique job that ended because another did may come back with it, and takes its key. False
if another job has the key, or has just come back with it. Used by revive.';
