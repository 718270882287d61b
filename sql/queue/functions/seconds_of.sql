create or replace function jobmachine.seconds_of(
  span jsonb
)
returns jsonb
language plpgsql
stable
as $$
declare
  length interval;
begin
  if jsonb_typeof(seconds_of.span) in ('number', 'null') then
    return seconds_of.span;
  end if;
  if jsonb_typeof(seconds_of.span) = 'string' and octet_length(seconds_of.span #>> '{}') <= 60 then
    begin
      length := (seconds_of.span #>> '{}')::interval;
    exception when data_exception then
      length := null;
    end;
  end if;
  -- Months and years have no length.
  if (isfinite(length) and extract(month from length) = 0 and extract(year from length) = 0) is not true then
    raise exception '“%” is not a span of time', left(seconds_of.span #>> '{}', 60)
    using errcode = 'DJ400', hint = 'Give seconds, such as 90, or a text such as 90s, 10m, 12h, 7d or 1 hour 30 minutes.';
  end if;
  return to_jsonb(trim_scale(extract(epoch from length)));
end
$$;

comment on function jobmachine.seconds_of is
  'Returns a span of time in seconds: a number as it is, a text as PostgreSQL reads intervals. Raises DJ400
for any other value. Used by terms_of.';
