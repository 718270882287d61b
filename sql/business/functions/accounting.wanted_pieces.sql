-- A function of its own, as it is not inlined: to the planner it has 1,000 rows, whatever statistics say.
create or replace function accounting.wanted_pieces(of_return text)
returns table (
  line_number bigint,
  undoes_line bigint,
  quantity numeric,
  sign numeric,
  unit_price numeric,
  discount numeric,
  upto numeric
)
language sql
stable
rows 1000
set jit = off
as $$
  select
    l.line_number,
    l.undoes_line,
    abs(l.quantity),
    sign(l.quantity),
    l.unit_price,
    coalesce(l.discount, 0),
    sum(abs(l.quantity)) over (partition by l.undoes_line order by l.line_number)
  from sales.order_line l
  where l.order_number = of_return
    and l.undoes_line is not null
$$;

comment on function accounting.wanted_pieces(text) is
  'Returns what a return takes back of the lines of its order: of each line, `quantity` pieces that end with '
  'the piece `upto`.';
