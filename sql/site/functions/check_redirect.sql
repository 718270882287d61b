create or replace function djet.check_redirect(
  path text,
  redirect_to text,
  redirect_status integer
)
returns void
language plpgsql
as $$
begin
  if redirect_to is null and redirect_status is null then
    return;
  end if;
  -- Checks the length first: the time of the patterns grows with the text.
  if redirect_to is null
    or length(redirect_to) > 1000
    or redirect_to !~ '^(/|/[^/\\].*|https?://[^/].*)$'
    or redirect_to ~ '[[:cntrl:][:space:]]'
  then
    raise exception using
      errcode = 'DJ400',
      message = format('%s cannot redirect to “%s”', path, left(redirect_to, 120)),
      hint = 'Name a path that begins with one slash, or an address that begins with https:// or http://.';
  end if;
  if redirect_status is null or redirect_status not in (301, 302, 307, 308) then
    raise exception using
      errcode = 'DJ400',
      message = format('%s cannot redirect with status %s: use 301, 302, 307 or 308', path, redirect_status);
  end if;
  -- A slash at the end, a query and a fragment lead to the same node.
  if rtrim(substring(redirect_to from '^[^?#]*'), '/') = rtrim(path, '/') then
    raise exception using
      errcode = 'DJ400',
      message = format('%s cannot redirect to itself', path);
  end if;
end
$$;

comment on function djet.check_redirect is 'Raises DJ400 unless a node at this path can redirect like this.';
