create or replace function djet.guard_strangers(
  top bigint,
  before jsonb,
  by text
)
returns void
language plpgsql
stable
as $$
declare
  place text;
begin
  if djet.tenants_of(by) = '{}' then
    return;
  end if;
  select b.path
  into place
  from djet.rules_below(top) b
  join djet.node n on n.id = b.node
  where b.rules @> '{"everyone": ["view"]}'
    and (before #> array[b.node::text, 'rules'] @> '{"everyone": ["view"]}') is not true
    and exists (select from djet.exposures(n.basetype, n.columns))
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ403',
      message = format(
        'you are confined to tenants, and strangers are confined to none: you cannot show %s to everyone', place),
      hint = 'Ask a user who is confined to no tenant.';
  end if;
end
$$;

comment on function djet.guard_strangers is
  'Raises DJ403 if `by` is confined to tenants, and everyone sees more in a branch than `before`, as '
  'branch_rules() told: a confined administrator might otherwise sign out to see the jobs of all. Pages and '
  'directories may be shown.';
