-- Inserts a job and rings in the same transaction, which holds the server's one lock on rings until its
-- commit is on disk.
with job as (
  insert into jobmachine.job (position, queue, kind, arguments)
  values (nextval('jobmachine.job_id_seq'), 'bench', 'bench.silence', '{"number": 1, "pad": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}')
  returning queue
)
select pg_notify('jobmachine.' || queue, '') from job;
