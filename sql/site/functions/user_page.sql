create or replace function djet.user_page(
  search text default null,
  after text default null,
  up_to integer default 100
)
returns setof djet.all_users
language plpgsql
stable
as $$
begin
  if up_to < 0 then
    raise exception using
      errcode = 'DJ400',
      message = format('an amount must not be negative (got %s)', up_to);
  end if;
  return query
  select a.*
  from djet.all_users a
  where (search is null or strpos(lower(a.name || ' ' || a.full_name), lower(search)) > 0)
    and (after is null or a.name > after)
  order by a.name
  limit up_to;
end
$$;

comment on function djet.user_page is
  'Returns users in the order of their names, behind the name `after`: those with `search` in one of their '
  'names. Raises DJ400 if `up_to` is negative.';
