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
  if coalesce(jsonb_typeof(filter_of.filter -> 'tenants'), 'null') not in ('array', 'null') then
    raise exception 'the tenants of a filter must be an array, not %', left(filter_of.filter ->> 'tenants', 60)
    using errcode = 'DJ400', hint = 'Such as ["acme"].';
  end if;
  begin
    perform
      (filter_of.filter ->> 'worker')::integer, (filter_of.filter ->> 'group')::bigint,
      (filter_of.filter ->> 'since')::timestamptz, (filter_of.filter ->> 'until')::timestamptz;
  exception when data_exception then
    raise exception 'the worker and the group of a filter are numbers, since and until are times: %', sqlerrm
    using errcode = 'DJ400', hint = 'Such as {"worker": 7, "since": "2026-12-01T06:00:00Z"}.';
  end;
  return coalesce(filter_of.filter, '{}');
end
$$;

comment on function jobmachine.filter_of is
  'Returns a filter as an object, {} for null. Raises DJ400 for one that is none, and for values that are no
numbers or times. Used by live_keys and ended_keys, and
what they are made of.';
