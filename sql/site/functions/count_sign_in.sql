create or replace function djet.count_sign_in(
  key text,
  free integer,
  longest integer,
  at timestamptz
)
returns boolean
language plpgsql
volatile
as $$
declare
  counted integer;
begin
  perform djet.check_given(
    key is not null and free is not null and longest is not null and at is not null, 'what is counted of an attempt');
  insert into djet.sign_in_failure as f (key, failures, failed_at, wait_until)
  values (count_sign_in.key, 1, at, '-infinity')
  on conflict on constraint sign_in_failure_pkey do update set
    failures = case when f.failed_at < at - interval '1 hour' then 1 else f.failures + 1 end,
    failed_at = greatest(f.failed_at, at),
    is_told = false
  where f.wait_until <= at
  returning failures into counted;
  if counted is null then
    return false;
  end if;
  if counted >= free then
    update djet.sign_in_failure f
    set wait_until = at + make_interval(secs => least(longest, 4 * 2 ^ least(counted - free, 20)))
    where f.key = count_sign_in.key;
  end if;
  return true;
end
$$;

comment on function djet.count_sign_in is
  'Counts an attempt under a key as a failure, and returns true; or returns false if the key must wait. From '
  'the `free`th in a row on, a wait of 4, 8, 16, … seconds begins, `longest` at most. Without one, '
  'wait_until is -infinity: attempts at the same moment come with times in any order, and none of them must '
  'wait.';
