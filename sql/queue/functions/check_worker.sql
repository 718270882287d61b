create or replace function jobmachine.check_worker(
  host text,
  queues text[],
  slots integer,
  lease interval,
  pid integer
)
returns void
language plpgsql
as $$
begin
  if coalesce(cardinality(check_worker.queues), 0) not between 1 and 100 then
    raise exception 'a worker must have 1 to 100 queues (got %)', coalesce(cardinality(check_worker.queues), 0)
    using errcode = 'DJ400', hint = 'Name the queues in an array: register(''host'', 1, array[''default''], 10).';
  end if;
  if array_ndims(check_worker.queues) <> 1 or array_lower(check_worker.queues, 1) <> 1 then
    raise exception 'a worker''s queues must be a plain list of names (got %)', left(check_worker.queues::text, 60)
    using errcode = 'DJ400', hint = 'Name the queues in an array: register(''host'', 1, array[''default''], 10).';
  end if;
  perform jobmachine.check_queue(regexp_replace(line.queue, '\.\*$', ''))
  from unnest(check_worker.queues) as line(queue);
  if check_worker.host is null or length(check_worker.host) not between 1 and 255 or check_worker.host ~ '[[:cntrl:]]' then
    raise exception '“%” is not a host''s name', coalesce(left(check_worker.host, 60), 'null')
    using errcode = 'DJ400', hint = 'Use 1 to 255 characters, and no control characters.';
  end if;
  if (check_worker.slots between 1 and 10000) is not true then
    raise exception 'a worker''s slots must be from 1 to 10,000 (got %)', coalesce(check_worker.slots::text, 'null')
    using errcode = 'DJ400';
  end if;
  if check_worker.pid is null then
    raise exception 'a worker''s pid must be a number (got null)'
    using errcode = 'DJ400', hint = 'Give the number of the process, or 0 if there is none.';
  end if;
  if check_worker.lease is null or not check_worker.lease between interval '1 millisecond' and interval '1 day' then
    raise exception 'a lease must be longer than zero and at most a day (got %)', coalesce(check_worker.lease::text, 'null')
    using errcode = 'DJ400';
  end if;
end
$$;

comment on function jobmachine.check_worker is
  'Raises DJ400, with the reason, for values that no worker can have. Names become channels, which others
ring. Used by register.';
