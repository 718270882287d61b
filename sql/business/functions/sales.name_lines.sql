create or replace function sales.name_lines(undone text, lines jsonb)
returns jsonb
language sql
stable
set jit = off
as $$
  with given as (
    select
      l.line, l.place, l.line ->> 'product' as product, - (l.line ->> 'quantity')::numeric as quantity,
      (l.line ->> 'undoesLine')::bigint as undoes_line
    from jsonb_array_elements(lines) with ordinality l (line, place)
  ),
  free as (
    select
      r.line_number, r.product, r.quantity,
      sum(r.quantity) over (partition by r.product order by r.line_number) as upto
    from (
      select
        l.line_number, l.product,
        l.delivered - l.returned - coalesce((
          select sum(g.quantity)
          from given g
          where g.undoes_line = l.line_number
        ), 0) as quantity
      from sales.returnable_lines(undone) l
      where l.ordered > 0
    ) r
    where r.quantity > 0
  ),
  spread as (
    select
      g.place, f.line_number,
      least(g.upto, f.upto) - greatest(g.upto - g.quantity, f.upto - f.quantity) as quantity
    from (
      select g.*, sum(g.quantity) over (partition by g.product order by g.place) as upto
      from given g
      where g.undoes_line is null
        and g.quantity > 0
    ) g
    join free f on f.product = g.product
    where least(g.upto, f.upto) > greatest(g.upto - g.quantity, f.upto - f.quantity)
  )
  select jsonb_agg(
    case
      when s.place is null then g.line
      else g.line || jsonb_build_object('quantity', - trim_scale(s.quantity), 'undoesLine', s.line_number)
    end
    order by g.place, s.line_number
  )
  from given g
  left join spread s on s.place = g.place
$$;

comment on function sales.name_lines(text, jsonb) is
  'Returns the lines of a return, each with the line of the order that it undoes, `undoesLine`. One that names a '
  'product alone undoes the lines of that product from the first one on, and becomes as many lines. The caller has '
  'seen that so many may come back.';
