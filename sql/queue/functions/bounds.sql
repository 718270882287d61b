create or replace function jobmachine.bounds()
returns double precision[]
language sql
immutable
as $$
  select '{0.005,0.01,0.025,0.05,0.1,0.25,0.5,1,2.5,5,10,30,60,300,900,3600,14400}'::double precision[]
$$;

comment on function jobmachine.bounds is
  'Returns the bounds, in seconds, by which the spread sorts times: bucket n has the times above the first n.
The spread is made of them: they must never change.';
