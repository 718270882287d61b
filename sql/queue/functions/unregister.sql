create or replace function jobmachine.unregister(
  worker integer
)
returns void
language plpgsql
as $$
begin
  perform jobmachine.rescue(unregister.worker);
  perform pg_advisory_unlock('jobmachine.worker'::regclass::oid::integer, unregister.worker);
end
$$;

comment on function jobmachine.unregister is
  'Strikes a worker off that stops by itself, in the session in which it registered.';
