create or replace function jobmachine.plain_error(
  error jsonb
)
returns jsonb
language sql
immutable
as $$
  select case
    when octet_length(shaped.error::text) <= 8192 then shaped.error
    -- The value stays only if it is short: the message says the same.
    else jsonb_build_object(
      'type', left(shaped.error ->> 'type', 300), 'message', jobmachine.cut(shaped.error ->> 'message'))
      || case
        when octet_length(shaped.error ->> 'value') <= 8192
          then jsonb_build_object('swiftType', left(shaped.error ->> 'swiftType', 300), 'value', shaped.error -> 'value')
        else '{}'
      end
  end
  from (
    select case
      when coalesce(jsonb_typeof(plain_error.error), 'null') = 'null'
        then jsonb_build_object('type', 'unknown', 'message', 'no reason was given')
      when jsonb_typeof(plain_error.error) = 'object'
        and coalesce(jsonb_typeof(plain_error.error -> 'type'), '') = 'string'
        and coalesce(jsonb_typeof(plain_error.error -> 'message'), '') = 'string'
        then plain_error.error - case
          when jsonb_typeof(plain_error.error -> 'swiftType') = 'string' then '{}'::text[]
          else '{swiftType}'
        end
      else jsonb_build_object('type', 'unknown', 'message', plain_error.error #>> '{}')
    end as error
  ) as shaped
$$;

comment on function jobmachine.plain_error is
  'Returns an error as it is kept: an object with a type and a message. Any other shape becomes the message of
an unknown error. One of more than 8 kB keeps its type, its message, cut at 8 kB, and a value of 8 kB at
most.';
