create or replace function jobmachine.plain_delay(
  delay interval
)
returns interval
language sql
immutable
as $$
  select case
    when plain_delay.delay < interval '0' then interval '0'
    when plain_delay.delay > interval '100 years' then interval '100 years'
    else plain_delay.delay
  end
$$;

comment on function jobmachine.plain_delay is
  'Returns a delay within zero and what anybody may mean, so that the time after it is a valid one. Null is
null. Used by fail and snooze.';
