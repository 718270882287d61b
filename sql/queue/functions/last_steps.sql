create or replace function jobmachine.last_steps(
  job bigint,
  most integer default 50
)
returns table (
  name text,
  attempt integer,
  done_at timestamptz
)
language sql
stable
as $$
  select last.name, last.attempt, last.done_at
  from (
    select s.name, s.attempt, s.done_at
    from jobmachine.step s
    where s.job = last_steps.job
    order by s.done_at desc, s.name desc
    limit jobmachine.up_to(last_steps.most)
  ) as last
  order by last.done_at, last.name
$$;

comment on function jobmachine.last_steps is
  'Returns the last steps that a job has done, oldest first, without their values.';
