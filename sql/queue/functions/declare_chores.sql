create or replace function jobmachine.declare_chores(
  part text,
  chores jsonb
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  declaration record;
begin
  if jsonb_typeof(declare_chores.chores) is distinct from 'object' then
    raise exception 'the chores of a part must be an object, with a name for each (got %)',
      coalesce(left(declare_chores.chores::text, 60), 'null')
    using errcode = 'DJ400', hint = 'Use {} for none.';
  end if;
  -- In one order, so that two programs that start at the same time do not wait for each other.
  for declaration in
    select
      one.key as name,
      (one.value ->> 'every')::float8 as every,
      (one.value ->> 'limit')::float8 as time_limit
    from jsonb_each(declare_chores.chores) as one
    order by one.key
  loop
    if (length(declaration.name) <= 60 and declaration.name ~ '^[a-z][a-z0-9_.-]*$') is not true
      or declaration.name like 'djet.%'
    then
      raise exception '“%” is not a chore''s name', left(declaration.name, 61)
      using
        errcode = 'DJ400',
        hint = 'Use up to 60 of a–z, 0–9, _, - and dots, a letter first. Names that begin with djet. are Djet''s own.';
    end if;
    if (declaration.every between 1 and 315576000 and declaration.time_limit between 1 and 86400) is not true then
      raise exception 'the chore “%” must come every second to every ten years, and take a second to a day at most',
        declaration.name
      using errcode = 'DJ400';
    end if;
    insert into jobmachine.chore as c (name, part, next_at, every, time_limit)
    values (
      declaration.name, declare_chores.part, now(), declaration.every * interval '1 second',
      declaration.time_limit * interval '1 second')
    on conflict on constraint chore_pkey do update
    set
      part = excluded.part,
      every = excluded.every,
      time_limit = excluded.time_limit,
      next_at = least(c.next_at, now() + excluded.every)
    where (c.part, c.every, c.time_limit) is distinct from (excluded.part, excluded.every, excluded.time_limit);
  end loop;
  delete from jobmachine.chore c
  where c.part = declare_chores.part
    and not declare_chores.chores ? c.name;
end
$$;

comment on function jobmachine.declare_chores is
  'Takes over the chores that a part of a program declares, by name: an object of every and limit, in seconds.
A new one is due at once; one that the part no longer declares goes. Raises DJ400 for values that no chore can
have.';
