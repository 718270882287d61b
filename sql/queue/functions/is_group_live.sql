create or replace function jobmachine.is_group_live(
  "group" bigint
)
returns boolean
language sql
stable
as $$
  -- A job of an ended group that was retried may have made another group there.
  with recursive within(id, ended_at) as (
    select i.id, i.ended_at
    from jobmachine.job_group i
    where i.outer_group = is_group_live."group"
    union all
    select i.id, i.ended_at
    from within w
    join jobmachine.job_group i on i.outer_group = w.id
    where w.ended_at is not null
  )
  select exists (select from within w where w.ended_at is null)
    or exists (
      select
      from jobmachine.group_counts(is_group_live."group") c
      where c.finished + c.failed + c.cancelled < c.jobs)
$$;

comment on function jobmachine.is_group_live is
  'Returns true if a job of a group lives, or a group within it has not ended. Used by settle_group.';
