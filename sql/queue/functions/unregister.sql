create or replace function jobmachine.unregister(
  worker integer
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  class integer;
  number integer;
begin
  select w.key_class, w.key_number
  into class, number
  from jobmachine.worker w
  where w.id = unregister.worker
    and w.session = pg_backend_pid();
  perform jobmachine.rescue(unregister.worker);
  if class is not null then
    perform pg_advisory_unlock(class, number);
  end if;
end
$$;

comment on function jobmachine.unregister is
  'Strikes off a worker that stops by itself, in the session in which it registered.';
