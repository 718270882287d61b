create or replace function djet.guard_gains(
  top bigint,
  before jsonb,
  by text,
  token bigint default null,
  is_move boolean default false
)
returns void
language plpgsql
stable
as $$
declare
  own_roles text[];
  gain record;
begin
  perform djet.guard_strangers(top, before, by);
  if djet.is_unlimited(by, token) then
    return;
  end if;
  own_roles := djet.roles_of(by);
  for gain in
    select
      n.node,
      rule.key as role,
      given.value as "right",
      djet.rights_through(
        token, was.value ->> 'path', djet.rights_among(was.value -> 'rules', own_roles)) as own
    from djet.rules_below(top) n
    join jsonb_each(before) was on was.key = n.node::text
    cross join jsonb_each(n.rules) rule
    cross join jsonb_array_elements_text(rule.value) given(value)
    where n.rules <> was.value -> 'rules'
      and not coalesce(was.value #> array['rules', rule.key] ? given.value, false)
  loop
    if not gain.own @> array[gain."right", 'manage'] then
      raise exception using
        errcode = 'DJ403',
        message = format(
          'this would give the role “%s” the right “%s” where you do not have it yourself, or do not manage',
          gain.role, gain."right");
    end if;
    if is_move then
      perform djet.guard_exposure(n.basetype, n.columns, by, token)
      from djet.node n
      where n.id = gain.node;
    end if;
  end loop;
end
$$;

comment on function djet.guard_gains is
  'Raises DJ403 if a role may do more in a branch than `before`, as branch_rules() told, and the author of '
  'the change did not have this right there, or did not manage that node. If the branch was moved, they must '
  'also be allowed to expose what more may be seen there. Raises it, too, as guard_strangers does.';
