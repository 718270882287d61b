create or replace function jobmachine.mark_session(
  worker integer
)
returns void
language plpgsql
as $$
declare
  chance text;
  class integer;
  number integer;
begin
  -- A key that shows in pg_locks is of no use to others: it is drawn, taken at once, and never used again.
  loop
    chance := replace(gen_random_uuid()::text, '-', '');
    class := ('x' || left(chance, 8))::bit(32)::integer;
    number := ('x' || right(chance, 8))::bit(32)::integer;
    exit when pg_try_advisory_lock(class, number);
  end loop;

  update jobmachine.worker w
  set
    session = pg_backend_pid(),
    login = (select a.usesysid from pg_stat_get_activity(pg_backend_pid()) a),
    key_class = class,
    key_number = number
  where w.id = mark_session.worker;
end
$$;

comment on function jobmachine.mark_session is
  'Makes this session a worker''s life: until it ends, it holds the lock of a key drawn by chance. Used by
register.';
