create or replace function djet.check_node()
returns trigger
language plpgsql
as $$
declare
  above djet.node;
  other text;
begin
  if tg_op = 'UPDATE' and new.parent is null and old.parent is not null
    or tg_op = 'INSERT' and new.parent is null and exists (select from djet.node n where n.parent is null)
  then
    raise exception using
      errcode = 'DJ409',
      message = 'there is a root already';
  end if;
  if tg_op = 'UPDATE' and old.parent is null and (new.parent is not null or new.name <> '') then
    raise exception using
      errcode = 'DJ409',
      message = 'the root cannot be moved';
  end if;
  if new.parent is not null and (
    new.name is null or length(new.name) > 100 or new.name !~ '^[a-z0-9._-]+$' or new.name in ('.', '..'))
  then
    raise exception using
      errcode = 'DJ400',
      message = format(
        '“%s” cannot be a node''s name: use up to 100 of a–z, 0–9, dot, _ and -', left(new.name, 120));
  end if;
  if new.title is null or length(new.title) not between 1 and 200 or new.title ~ '[[:cntrl:]]' then
    raise exception using
      errcode = 'DJ400',
      message = 'a node''s title must have 1 to 200 characters, all on one line';
  end if;
  if new.position not between 0 and 1000000 then
    raise exception using
      errcode = 'DJ400',
      message = 'a node''s position must be a number from 0 to 1000000';
  end if;

  if new.parent is not null then
    select * into above from djet.node n where n.id = new.parent;
    if above.id is null then
      raise exception using
        errcode = 'DJ404',
        message = format('there is no node with the number %s to put it under', new.parent);
    end if;
    if tg_op = 'UPDATE' and (above.id = new.id or starts_with(above.path, old.path || '/')) then
      raise exception using
        errcode = 'DJ409',
        message = format('%s cannot be moved below itself', old.path);
    end if;
    new.path := case when above.parent is null then '/' else above.path || '/' end || new.name;
    if length(new.path) > 500 then
      raise exception using
        errcode = 'DJ400',
        message = 'a node''s path has at most 500 characters';
    end if;
    select n.path into other from djet.node n where n.path = new.path and n.id is distinct from new.id;
    if other is not null then
      raise exception using
        errcode = 'DJ409',
        message = format('there is a node %s already', other);
    end if;
  else
    new.path := '/';
    new.name := '';
  end if;

  perform djet.check_redirect(new.path, new.redirect_to, new.redirect_status);
  return new;
end
$$;

comment on function djet.check_node() is
  'Trigger: refuses what cannot be a node, and keeps its path. Raises DJ400, DJ404, DJ409.';

create or replace trigger check_node
before insert or update on djet.node
for each row
execute function djet.check_node();

comment on trigger check_node on djet.node is 'Refuses what cannot be a node, and keeps its path.';
