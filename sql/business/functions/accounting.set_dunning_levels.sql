create or replace function accounting.set_dunning_levels(levels jsonb)
returns void
language plpgsql
as $$
declare
  wrong record;
begin
  select l.place
  into wrong
  from (
    select
      l.place, (l.level ->> 'days')::bigint as days, (l.level ->> 'fee')::numeric as fee, l.level ->> 'title' as title,
      l.level ->> 'text' as text,
      lag((l.level ->> 'days')::bigint, 1, 0::bigint) over (order by l.place) as days_before
    from jsonb_array_elements(levels) with ordinality l (level, place)
  ) l
  where (
      l.place <= 9
      and l.days between 1 and 365
      and l.days > l.days_before
      and (l.fee is null or l.fee > 0 and l.fee = round(l.fee, 2) and l.fee < 1e8)
      and char_length(l.title) between 1 and 200
      and char_length(l.text) between 1 and 2000
    ) is not true
  order by l.place
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ400',
      message = format('level %s cannot be one', wrong.place),
      hint = 'There are at most 9, each with more days than the one before, at most 365; a fee, if any, is positive '
        || 'with 2 decimals; a title has 1 to 200 characters, and a text 1 to 2000.';
  end if;

  -- Letters keep what they said. Others who write letters wait.
  lock table accounting.dunning_level in share row exclusive mode;
  delete from accounting.dunning_level;
  insert into accounting.dunning_level (level, days, fee, title, text)
  select
    l.place, (l.level ->> 'days')::integer, (l.level ->> 'fee')::numeric, l.level ->> 'title', l.level ->> 'text'
  from jsonb_array_elements(levels) with ordinality l (level, place);
end
$$;

comment on function accounting.set_dunning_levels(jsonb) is
  'Sets the levels of reminders: a json array of objects of days, fee, title and text, the first level '
  'first. Letters that were written stay as they are. Raises DJ400 with the level that cannot be one.';
