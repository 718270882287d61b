create or replace function djet.see_session(
  id bigint,
  at timestamptz default now()
)
returns void
language sql
volatile
as $$
  update djet.session s
  set seen_at = at
  where s.id = see_session.id
    and s.seen_at < at - interval '1 minute'
$$;

comment on function djet.see_session is
  'Notes that a session is in use, at most once a minute, so that reads stay reads.';
