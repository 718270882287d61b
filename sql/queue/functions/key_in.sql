create or replace function jobmachine.key_in(
  queue text,
  arguments jsonb,
  environment jsonb
)
returns text
language sql
stable
as $$
  select left(
    coalesce(
      case l.key
        when ':tenant' then key_in.environment ->> 'tenant'
        -- 1 and 1.0 are one customer.
        else case jsonb_typeof(named.value)
          when 'number' then trim_scale(named.value::numeric)::text
          else named.value #>> '{}'
        end
      end,
      ''),
    200)
  from jobmachine.limits_of(key_in.queue) l
  cross join lateral (
    select key_in.arguments #> string_to_array(coalesce(key_in.environment ->> 'limitKey', l.key), '.') as value
  ) as named
  where l.key is not null
$$;

comment on function jobmachine.key_in is
  'Returns the key of a job in a queue with keys, the first 200 letters: an argument or, for the key :tenant,
which no argument can be called, the job''s tenant. Empty if the job has none. Returns null for a queue
without keys.';
