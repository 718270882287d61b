create or replace function jobmachine.terms_of(
  terms jsonb
)
returns jsonb
language plpgsql
stable
as $$
begin
  if (jsonb_typeof(terms_of.terms) = 'object' and terms_of.terms - jobmachine.schedule_terms() = '{}') is not true then
    raise exception 'the terms of a schedule are an object with timeout, attempts, expires, tags and note, not %',
      left(terms_of.terms::text, 100)
    using errcode = 'DJ400', hint = 'Such as {"timeout": 60, "expires": "1h", "tags": ["spring"]}.';
  end if;
  return coalesce(
    (
      select jsonb_object_agg(
        one.key,
        case when one.key in ('timeout', 'expires') then jobmachine.seconds_of(one.value) else one.value end)
      from jsonb_each(terms_of.terms) as one
    ), '{}');
end
$$;

comment on function jobmachine.terms_of is
  'Returns the terms of a schedule''s jobs as they are stored, with times in seconds. Raises DJ400 for what is
no term. Used by schedule_with.';
