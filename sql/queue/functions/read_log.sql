create or replace function jobmachine.read_log(
  id bigint,
  after bigint default 0,
  amount integer default 500
)
returns setof jobmachine.log
language sql
stable
as $$
  select l.*
  from jobmachine.log l
  where l.job = read_log.id
    and l.id > read_log.after
  order by l.id
  limit jobmachine.up_to(read_log.amount)
$$;

comment on function jobmachine.read_log is
  'Returns up to amount lines of a job''s log that follow the line after, oldest first.';
