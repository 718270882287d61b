-- Inserts one job into the line, without the function and without a ring.
insert into jobmachine.job (position, queue, kind, arguments)
values (nextval('jobmachine.job_id_seq'), 'bench', 'bench.silence', '{"number": 1, "pad": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}');
