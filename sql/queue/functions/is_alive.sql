create or replace function jobmachine.is_alive(
  worker integer
)
returns boolean
language sql
stable
as $$
  select coalesce(
    (
      select jobmachine.holds(w.key_class, w.key_number, w.session, w.login)
      from jobmachine.worker w
      where w.id = is_alive.worker
    ),
    false)
$$;

comment on function jobmachine.is_alive is
  'Whether a worker''s session still holds its lock.';
