create or replace function jobmachine.recount()
returns timestamptz
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform jobmachine.lock_tally(alone => true);
  delete from jobmachine.tally;
  delete from jobmachine.total;
  delete from jobmachine.spread;
  update jobmachine.tally_mark m
  set until = coalesce(date_trunc('minute', (select min(h.finished_at) from jobmachine.history h), 'UTC'), m.until);
  return (select m.until from jobmachine.tally_mark m);
end
$$;

comment on function jobmachine.recount is
  'Forgets the tally and the totals, so that roll_up counts the whole history again, for use after somebody
has changed it by hand. Returns the time at which the count begins.';
