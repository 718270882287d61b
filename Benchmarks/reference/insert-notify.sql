-- The same with the ring in the transaction: it holds the lock of all rings of the server until its commit is on disk.
with job as (
  insert into jobmachine.job (position, queue, kind, arguments)
  values (nextval('jobmachine.job_id_seq'), 'bench', 'bench.silence', '{"number": 1, "pad": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}')
  returning queue
)
select pg_notify('jobmachine.' || queue, '') from job;
