-- The tables can be used as soon as they are there; workers add the days to come.
select jobmachine.keep_days();
