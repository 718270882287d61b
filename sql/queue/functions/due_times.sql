create or replace function jobmachine.due_times(
  rule text,
  zone text default 'UTC',
  after timestamptz default now(),
  amount integer default 5
)
returns setof timestamptz
language plpgsql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  known constant text := jobmachine.known_zone(due_times.zone);
  due timestamptz := due_times.after;
begin
  if (due_times.amount between 1 and 1000) is not true then
    raise exception 'the number of due times must be from 1 to 1,000 (got %)', coalesce(due_times.amount::text, 'null')
    using errcode = 'DJ400';
  end if;
  for number in 1 .. due_times.amount loop
    due := jobmachine.next_due(due_times.rule, known, due);
    exit when due is null;
    return next due;
  end loop;
end
$$;

comment on function jobmachine.due_times is
  'Returns the first due times of a rule after a time, 1,000 at most. Raises DJ400 for a rule or a zone that
it does not understand, and for a time that next_due refuses.';
