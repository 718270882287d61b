create or replace function jobmachine.note_group_ends(
  groups jsonb[],
  jobs bigint[],
  status jobmachine.status
)
returns void
language plpgsql
as $$
begin
  insert into jobmachine.group_tally (group_id, finished, failed, cancelled, failures)
  select
    ended.group_id,
    case when note_group_ends.status = 'finished' then count(*) else 0 end,
    case when note_group_ends.status = 'error' then count(*) else 0 end,
    case when note_group_ends.status = 'cancelled' then count(*) else 0 end,
    case when note_group_ends.status = 'error' then (array_agg(ended.job order by ended.job))[1:100] else '{}' end
  from (
    select one."group"::bigint as group_id, one.job
    from unnest(note_group_ends.groups, note_group_ends.jobs) as one("group", job)
    -- Jobs that are older than groups may say anything there.
    where jsonb_typeof(one."group") = 'number'
  ) as ended
  group by ended.group_id;
end
$$;

comment on function jobmachine.note_group_ends is
  'Notes that jobs of groups have ended, for settle, which frees what waits for all of them. It locks nothing.
jobs names them if they failed. Used by reply and end_each.';
