-- Deletes the benchmark's own jobs from a deep system, and leaves the others.
delete from jobmachine.job where queue = 'bench' and position is not null;
delete from jobmachine.history where queue = 'bench' and finished_at > now() - interval '1 day';
