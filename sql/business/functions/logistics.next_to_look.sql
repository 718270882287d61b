create or replace function logistics.next_to_look(after_id bigint, most integer)
returns bigint
language plpgsql
stable
set jit = off
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set max_parallel_workers_per_gather = 0
as $$
begin
  return (
    select l.order_id
    from (
      select t.order_id, sum(o.line_count) over (order by t.order_id) - o.line_count as lines_before
      from logistics.open_order t
      join sales.order o on o.id = t.order_id
      where t.order_id >= after_id
    ) l
    where l.lines_before >= most
    order by l.order_id
    limit 1
  );
end
$$;

comment on function logistics.next_to_look(bigint, integer) is
  'Returns the id of the order to be shipped at which a look ends that begins with an id and takes about '
  '`most` lines, one order at least; null if there are no more.';
