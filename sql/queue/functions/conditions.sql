create or replace function jobmachine.conditions(
  filter jsonb,
  is_live boolean
)
returns text
language plpgsql
immutable
as $$
begin
  -- The time of a search grows with the text times the words.
  if length(conditions.filter ->> 'words') > 200 then
    raise exception 'a search must have at most 200 characters (got %)', length(conditions.filter ->> 'words')
    using errcode = 'DJ400', hint = 'Search for a part of it.';
  end if;
  return (
    select coalesce(string_agg(format(said.condition, conditions.filter ->> said.name), ' and '), 'true')
    from (
      values
        ('queue', 'j.queue = %L'),
        ('kind', 'j.kind = %L'),
        ('status', case
          when is_live then 'jobmachine.status_of(j.worker, j.waiting_for, j.position)::text = %L'
          else 'j.status::text = %L'
        end),
        ('worker', 'j.worker = %L'),
        ('user', 'j.environment ->> ''user'' = %L'),
        ('tenant', 'j.environment ->> ''tenant'' = %L'),
        ('tenants', '%L::jsonb ? (j.environment ->> ''tenant'')'),
        ('tag', 'j.environment -> ''tags'' ? %L'),
        ('group', 'j.environment -> ''group'' = %L'),
        ('since', case when is_live then 'j.offloaded_at >= %L' else 'j.finished_at >= %L' end),
        ('until', case when is_live then 'j.offloaded_at < %L' else 'j.finished_at < %L' end),
        -- What is secret is found by nobody. Only a find pays for the second look.
        ('words', 'position(lower(%1$L) in lower(left(j.arguments::text, 65536))) > 0
          and position(lower(%1$L) in lower(jobmachine.masked(left(j.arguments::text, 65536)))) > 0')
    ) as said(name, condition)
    where conditions.filter ->> said.name is not null
  );
end
$$;

comment on function jobmachine.conditions is
  'Returns a filter as the conditions of a statement on jobs, called j there. A filter is an object of queue,
kind, status, worker, user (who offloaded the job), tenant, tenants (an array: the tenant is one of them),
tag, group, since and until (when it ended or, if it is live, was offloaded), and words (within the first
65,536 characters of the arguments, in upper or lower case). Its order, oldest for the oldest first, is not
one of them. A missing key matches all jobs. Raises DJ400 if the words have more than 200 characters. Used by
live_keys and ended_keys.';
