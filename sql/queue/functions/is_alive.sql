create or replace function jobmachine.is_alive(
  worker integer
)
returns boolean
language plpgsql
as $$
begin
  -- A transaction keeps seeing the sessions of its first look.
  perform pg_stat_clear_snapshot();
  return coalesce(
    (
      select jobmachine.holds(w.key_class, w.key_number, w.session, w.login)
      from jobmachine.worker w
      where w.id = is_alive.worker
    ),
    false);
end
$$;

comment on function jobmachine.is_alive is 'Returns true if a worker''s session still holds its lock.';
