create or replace function djet.approval_of(
  token text,
  at timestamptz default now()
)
returns table (ticket text, signal text, question text, whom text, expires_at timestamptz)
language sql
stable
as $$
  select a.ticket, a.signal, a.question, a.whom, a.expires_at
  from djet.approval a
  where a.token_hash = djet.token_hash(token)
    and a.expires_at > at
$$;

comment on function djet.approval_of is
  'Returns the approval of a token, if it is good. Looking does not use it up: mail programs look at links.';
