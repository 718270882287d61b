create or replace function jobmachine.is_inflated(
  value jsonb,
  bytes integer
)
returns boolean
language sql
stable
as $$
  -- A copy, since a stored value may be compressed. The longest numbers of 64 bits take 27 times as much.
  select is_inflated.bytes > 65536
    and is_inflated.bytes > 32 * pg_column_size(jsonb_build_array(is_inflated.value))::bigint
$$;

comment on function jobmachine.is_inflated is
  'Returns true if the text of a value is out of proportion to the value: a number such as 1e131071 takes a
few bytes, and 131,072 as text. bytes is the length of the text. Used by check_arguments and check_reply.';
