create or replace function jobmachine.tokens(
  rate jobmachine.rate,
  full_at timestamptz
)
returns integer
language sql
volatile
as $$
  select floor(
    (rate).burst
    - least(
      greatest(extract(epoch from coalesce(tokens.full_at, 'epoch') - clock_timestamp())::double precision, 0)
        * (rate).amount / (rate).seconds,
      (rate).burst)
    + 0.000001)::integer
$$;

comment on function jobmachine.tokens is
  'Returns how many jobs may begin now at a rate whose bucket is full at a time. A bucket is never further
from full than empty, wherever the clock jumps. Returns null without a rate.';
