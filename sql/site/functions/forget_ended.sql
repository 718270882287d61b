create or replace function djet.forget_ended(
  at timestamptz default now()
)
returns void
language plpgsql
volatile
as $$
begin
  delete from djet.session s
  where s.id in (
    select e.id
    from djet.session e
    where e.seen_at <= at - interval '12 hours'
      or e.expires_at <= at
    limit 100
    for update skip locked
  );
  delete from djet.sign_in_failure f
  where f.key in (
    select e.key
    from djet.sign_in_failure e
    where e.failed_at < at - interval '1 day'
    limit 100
    for update skip locked
  );
end
$$;

comment on function djet.forget_ended is
  'Deletes up to 100 sessions that are over and 100 counts of failures older than a day, none that somebody '
  'else is busy with.';
