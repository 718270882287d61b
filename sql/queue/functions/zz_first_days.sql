-- Who restored the tables without what was in them has no locks.
insert into jobmachine.lock (name)
values ('history'), ('tally'), ('rights'), ('settle')
on conflict do nothing;
-- The tables can be used as soon as they are there; workers add the days to come.
select jobmachine.keep_days();
