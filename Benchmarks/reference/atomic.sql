-- Writes a row and ends the job behind its fence, in one transaction and one flush.
\set turn :turn + 1
\set id :first + :turn * 10 + :client_id
\startpipeline
begin;
insert into bench.note (job, number) values (:id, 1);
select jobmachine.reply_or_raise(:worker::integer, :id, 1, '1');
commit;
\endpipeline
