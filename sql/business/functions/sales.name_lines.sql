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
  named as materialized (
    select jsonb_object_agg(g.undoes_line, g.quantity) as quantities
    from (
      select g.undoes_line, sum(g.quantity) as quantity
      from given g
      where g.undoes_line is not null
      group by g.undoes_line
    ) g
  ),
  free as materialized (
    select
      l.line_number, l.product,
      l.delivered - l.returned - coalesce((n.quantities ->> l.line_number::text)::numeric, 0) as quantity
    from sales.returnable_lines(undone) l
    cross join named n
    where l.ordered > 0
  ),
  -- Both sides of a product as one row of pieces: where a line ends on either side, a part ends.
  ends as (
    select g.product, g.place, null::bigint as line_number, sum(g.quantity) over w as upto
    from given g
    where g.undoes_line is null
      and g.quantity > 0
    window w as (partition by g.product order by g.place)
    union all
    select f.product, null, f.line_number, sum(f.quantity) over w
    from free f
    where f.quantity > 0
    window w as (partition by f.product order by f.line_number)
  ),
  parts as (
    select
      min(e.place) over w as place,
      min(e.line_number) over w as line_number,
      e.upto - lead(e.upto, 1, 0.0) over w as quantity
    from ends e
    window w as (partition by e.product order by e.upto desc rows unbounded preceding)
  ),
  -- An object by place: a join might look at all parts for each line.
  spread as materialized (
    select jsonb_object_agg(p.place, p.parts) as parts
    from (
      select
        p.place,
        jsonb_agg(
          jsonb_build_object('quantity', - trim_scale(p.quantity), 'undoesLine', p.line_number)
          order by p.line_number
        ) as parts
      from parts p
      where p.quantity > 0
        and p.place is not null
        and p.line_number is not null
      group by p.place
    ) p
  )
  select jsonb_agg(g.line || coalesce(p.part, '{}') order by g.place, p.position)
  from spread s
  cross join given g
  left join lateral jsonb_array_elements(s.parts -> g.place::text) with ordinality p (part, position) on true
$$;

comment on function sales.name_lines(text, jsonb) is
  'Returns the lines of a return, each with the line of the order that it undoes, `undoesLine`. One that '
  'names a product alone undoes the lines of that product from the first one on, and becomes as many lines. '
  'The caller has seen that so many may come back.';
