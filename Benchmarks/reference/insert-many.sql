-- A thousand jobs into the line by one statement, whose values go over the wire each time: {rows} is a literal of them.
insert into jobmachine.job (position, queue, kind, arguments)
select nextval('jobmachine.job_id_seq'), 'bench', 'bench.silence', each.arguments
from unnest('{rows}'::jsonb[]) as each(arguments);
