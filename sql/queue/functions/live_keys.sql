create or replace function jobmachine.live_keys(
  filter jsonb default '{}',
  are_running boolean default false,
  below bigint default null,
  amount integer default 51,
  reach integer default 20000
)
returns table (
  ids bigint[],
  looked bigint,
  back_to bigint,
  is_whole boolean
)
language plpgsql
stable
as $$
declare
  -- Words are looked for in all of the arguments.
  reach constant integer := case
    when live_keys.filter ->> 'words' is null then live_keys.reach
    else least(live_keys.reach, 1000)
  end;
begin
  return query execute format(
    $sql$
      with looked as materialized (
        select j.id, %s as fits
        from %s
        where %s
          and j.id < %s
        order by j.id desc
        limit %s
      )
      select
        coalesce((array_agg(l.id order by l.id desc) filter (where l.fits))[1:%s], '{}'),
        count(*),
        min(l.id),
        count(*) < %s
      from looked l
    $sql$,
    jobmachine.conditions(live_keys.filter, true),
    case when live_keys.are_running then 'jobmachine.running() j' else 'jobmachine.job j' end,
    case when live_keys.are_running then 'true' else 'j.worker is null' end,
    coalesce(live_keys.below, 9223372036854775807),
    reach,
    live_keys.amount,
    reach);
end
$$;

comment on function jobmachine.live_keys is
  'The numbers of live jobs that a filter lets through (see conditions), the highest first: of those that run, or of those
that do not. At most reach jobs are looked at, 1000 if it is for words: looked says how many, back_to the lowest number, and is_whole whether that
was all there are.';
