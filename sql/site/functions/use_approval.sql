create or replace function djet.use_approval(
  token text,
  at timestamptz default now()
)
returns table (ticket text, signal text, question text, whom text, expires_at timestamptz)
language sql
volatile
as $$
  delete from djet.approval a
  where a.token_hash = djet.token_hash(token)
    and a.expires_at > at
  returning a.ticket, a.signal, a.question, a.whom, a.expires_at
$$;

comment on function djet.use_approval is
  'Uses a token up, and returns its approval; no row if it is not good, or no longer. Of two at once one '
  'waits for the other, and gets no row if that one commits.';
