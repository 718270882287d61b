create or replace function djet.demand_right(
  node bigint,
  "right" text,
  by text,
  token bigint default null
)
returns void
language plpgsql
stable
as $$
declare
  place text;
begin
  if by is null or "right" = any (djet.rights_at(node, by, token)) then
    return;
  end if;
  select n.path into place from djet.node n where n.id = demand_right.node;
  if found then
    raise exception using
      errcode = 'DJ403',
      message = format('this also needs the right “%s” at %s', "right", place);
  end if;
end
$$;

comment on function djet.demand_right is
  'Raises DJ403 unless somebody has a right at a node that exists. A null `by` is a command, which may.';
