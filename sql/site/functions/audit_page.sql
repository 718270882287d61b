create or replace function djet.audit_page(
  user_name text default null,
  action text default null,
  since timestamptz default null,
  until timestamptz default null,
  before bigint default null,
  up_to integer default 50
)
returns setof djet.audit
language plpgsql
stable
set plan_cache_mode = force_custom_plan
as $$
begin
  if up_to < 0 then
    raise exception using
      errcode = 'DJ400',
      message = format('an amount must not be negative (got %s)', up_to);
  end if;
  return query
  select a.*
  from djet.audit a
  where (audit_page.user_name is null or a.user_name = audit_page.user_name)
    and (audit_page.action is null or a.action = audit_page.action)
    and (since is null or a.at >= since)
    and (until is null or a.at < until)
    and (before is null or (a.at, a.id) < (select b.at, b.id from djet.audit b where b.id = before))
  order by a.at desc, a.id desc
  limit up_to;
end
$$;

comment on function djet.audit_page is
  'Returns audit entries, newest first: of a user, an action, a time from `since` to before `until`; those '
  'after the entry `before`. Raises DJ400 if `up_to` is negative.';
