create or replace function jobmachine.full_after(
  rate jobmachine.rate,
  full_at timestamptz,
  amount bigint
)
returns timestamptz
language sql
volatile
as $$
  select
    least(
      greatest(full_after.full_at, clock_timestamp()),
      clock_timestamp() + make_interval(secs => (rate).burst::double precision * (rate).seconds / (rate).amount))
    + make_interval(secs => full_after.amount::double precision * (rate).seconds / (rate).amount)
$$;

comment on function jobmachine.full_after is
  'Returns the time at which the bucket of a rate, which is full at a time, is full again once so many more
jobs have begun.';
