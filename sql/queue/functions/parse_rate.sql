create or replace function jobmachine.parse_rate(
  text text
)
returns jobmachine.rate
language plpgsql
immutable
as $$
declare
  part text[];
  parsed jobmachine.rate;
begin
  if parse_rate.text is null then
    return null;
  end if;
  part := regexp_match(left(parse_rate.text, 60), '^([1-9][0-9]{0,5})/(s|min|h|d)(?: burst ([1-9][0-9]{0,5}))?$');
  if part is null then
    raise exception '“%” is not a rate', left(parse_rate.text, 60)
    using errcode = 'DJ400', hint = 'Write a number per s, min, h or d, such as 10/s, 500/h or 10/s burst 20.';
  end if;
  parsed.amount := part[1];
  parsed.seconds := case part[2] when 's' then 1 when 'min' then 60 when 'h' then 3600 else 86400 end;
  -- A worker need not look more often than 20 times a second to keep up with a rate.
  parsed.burst := coalesce(part[3]::integer, ceil(parsed.amount / (20.0 * parsed.seconds)));
  return parsed;
end
$$;

comment on function jobmachine.parse_rate is
  'Reads a rate such as 10/s, 500/h or 10/s burst 20. Without a burst, jobs begin evenly spaced, or 20 times a
second those of a twentieth. Returns null for null. Raises DJ400 for anything else.';
