create or replace function jobmachine.check_queue(
  queue text
)
returns void
language plpgsql
as $$
begin
  if jobmachine.are_queues(array[check_queue.queue]) is not true then
    raise exception '“%” is not a queue''s name', coalesce(left(check_queue.queue, 60), 'null')
    using errcode = 'DJ400', hint = 'Use up to 30 of a–z, 0–9, _ and -, parts joined by dots, each beginning with a letter.';
  end if;
end
$$;

comment on function jobmachine.check_queue is
  'Raises DJ400 if it cannot be the name of a queue. Names become channels, which others ring. Used by pause,
check_limit and check_worker.';
