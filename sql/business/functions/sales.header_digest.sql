create or replace function sales.header_digest(names text[])
returns text
language sql
immutable
as $$
  select encode(sha256(convert_to(array_to_json(names)::text, 'UTF8')), 'hex')
$$;

comment on function sales.header_digest(text[]) is
  'Returns the digest of a header, by which its mapping is found again. The caller has removed from the '
  'names what makes no difference.';
