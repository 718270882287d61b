create or replace function jobmachine.note_refusal(
  what text,
  amount integer default 1
)
returns void
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into jobmachine.refusal as r (what, amount)
  values (note_refusal.what, note_refusal.amount)
  on conflict on constraint refusal_pkey do update set
    amount = r.amount + excluded.amount,
    last_at = now()
$$;

comment on function jobmachine.note_refusal is
  'Counts reports that the fence refused. A transaction that raised DJF01 has undone its count: its caller
counts afterwards.';
