-- Inserts a thousand jobs into the line by one statement. Its array literal `rows` goes over the wire each
-- time.
insert into jobmachine.job (position, queue, kind, arguments)
select nextval('jobmachine.job_id_seq'), 'bench', 'bench.silence', each.arguments
from unnest('{rows}'::jsonb[]) as each(arguments);
