create or replace function jobmachine.note_refusal(
  what text,
  amount integer default 1
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if (note_refusal.what in ('reply', 'fail', 'snooze', 'progress', 'log', 'step', 'transaction', 'release')) is not true then
    raise exception '“%” is no report that can be refused', coalesce(left(note_refusal.what, 60), 'null')
    using errcode = 'DJ400', hint = 'Use reply, fail, snooze, progress, log, step, transaction or release.';
  end if;
  if (note_refusal.amount >= 1) is not true then
    raise exception 'a number of refused reports must be 1 or more (got %)', coalesce(note_refusal.amount::text, 'null')
    using errcode = 'DJ400';
  end if;
  insert into jobmachine.refusal as r (what, amount)
  values (note_refusal.what, note_refusal.amount)
  on conflict on constraint refusal_pkey do update set
    amount = r.amount + excluded.amount,
    last_at = now();
end
$$;

comment on function jobmachine.note_refusal is
  'Counts reports that the fence refused. A transaction that raised DJF01 has undone its count: its caller
counts afterwards. Raises DJ400 for a name that no report has, and for an amount below 1.';
