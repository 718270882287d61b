create or replace function djet.check_columns()
returns trigger
language plpgsql
as $$
declare
  kind djet.basetype;
  problem text;
  other text;
begin
  select * into kind from djet.basetype b where b.name = new.basetype;
  if kind.name is null then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no basetype “%s”', new.basetype),
      detail = format(
        'There are: %s.', (select coalesce(string_agg(b.name, ', ' order by b.name), 'none') from djet.basetype b));
  end if;
  new.singleton := kind.singleton;
  if new.singleton then
    select n.path into other from djet.node n where n.basetype = new.basetype and n.id is distinct from new.id;
    if other is not null then
      raise exception using
        errcode = 'DJ409',
        message = format('there is a node of basetype %s already, %s', new.basetype, other),
        detail = 'Exactly one may exist.';
    end if;
  end if;
  problem := djet.column_problem(kind, new.columns);
  if problem is not null then
    raise exception using
      errcode = 'DJ400',
      message = problem;
  end if;
  return new;
end
$$;

comment on function djet.check_columns() is
  'Trigger: checks that a node''s basetype exists (DJ404), that it is not taken if it is a singleton '
  '(DJ409), and that the node''s columns are what it says (DJ400).';

create or replace trigger check_columns
before insert or update of basetype, columns on djet.node
for each row
execute function djet.check_columns();

comment on trigger check_columns on djet.node is 'Holds a node to its basetype.';
