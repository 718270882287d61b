-- A restore of the tables without their rows has no locks.
insert into jobmachine.lock (name)
values ('history'), ('tally'), ('rights'), ('settle')
on conflict do nothing;
-- Nor has it a clock.
insert into jobmachine.clock (seen, trusted, upcoming)
values (now(), now(), now())
on conflict do nothing;
-- Djet's own chores, each of them a part of beat.
insert into jobmachine.chore as c (name, every, next_at)
select 'djet.' || own.name, interval '1 minute', now()
from unnest(jobmachine.own_chores()) as own(name)
on conflict on constraint chore_pkey do update set next_at = excluded.next_at
where c.next_at is null;
-- The tables can be used as soon as they exist; workers add the days to come.
select jobmachine.keep_days();
-- Comes last, since everybody may call a new function.
select jobmachine.grant_rights();
