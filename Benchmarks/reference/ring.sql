-- Follows atomic.sql: the ring, in a transaction of its own.
\startpipeline
select pg_notify('jobmachine.bench.' || :id, '');
\endpipeline
