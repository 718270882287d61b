create or replace function jobmachine.ticket_of(
  job bigint
)
returns text
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  line text;
begin
  select j.queue into line from jobmachine.job j where j.id = ticket_of.job;
  if not found then
    select h.queue into line from jobmachine.history h where h.id = ticket_of.job limit 1;
  end if;
  return line || '.' || ticket_of.job;
end
$$;

comment on function jobmachine.ticket_of is
  'Returns the ticket of a job, such as slow.42; null if there is none. A unique job''s may be in
another queue than the one that was asked for.';
