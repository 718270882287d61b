create or replace function djet.awaited(
  user_id bigint,
  proved_at timestamptz
)
returns text
language sql
stable
as $$
  select case
    when exists (
      select from djet.second_factor f where f.user_id = awaited.user_id and f.confirmed_at is not null
    ) then case when proved_at is null then 'code' end
    when exists (
      select
      from djet.role r
      where r.needs_second_factor
        and (
          r.name = 'users'
          or exists (select from djet.membership m where m.user_id = awaited.user_id and m.role = r.name)
        )
    ) then 'enrolment'
  end
$$;

comment on function djet.awaited is
  'Returns what a session lacks in which the second factor was proved at this time, or never (null): a code '
  'if its user has set up a second factor; their enrolment if they have none and a role of theirs needs it. '
  'Null if it lacks nothing.';
