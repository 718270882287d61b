create or replace function djet.sign_in_wait(
  keys text[],
  at timestamptz
)
returns integer
language plpgsql
volatile
as $$
begin
  return (
    select coalesce(ceil(extract(epoch from max(f.wait_until) - at)), 0)
    from djet.sign_in_failure f
    where f.key = any (keys)
      and f.wait_until > at
  );
end
$$;

comment on function djet.sign_in_wait is
  'Returns how many seconds these keys have to wait yet. It is volatile, so that it sees what has been '
  'committed meanwhile.';
