create or replace function jobmachine.filter_of(
  filter jsonb
)
returns jsonb
language plpgsql
immutable
as $$
begin
  if jsonb_typeof(filter_of.filter) <> 'object' then
    raise exception 'a filter must be an object, not %', left(filter_of.filter::text, 60)
    using errcode = 'DJ400', hint = 'Such as {"queue": "slow"}; {} for all jobs.';
  end if;
  return coalesce(filter_of.filter, '{}');
end
$$;

comment on function jobmachine.filter_of is
  'Returns a filter as an object, {} for null. Raises DJ400 for one that is none. Used by live_keys and ended_keys, and
what they are made of.';
