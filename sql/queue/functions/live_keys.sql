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
  wanted constant jsonb := jobmachine.filter_of(live_keys.filter);
  has_words constant boolean := wanted ->> 'words' is not null;
  is_oldest constant boolean := coalesce(wanted ->> 'order' = 'oldest', false);
  direction constant text := case when is_oldest then 'asc' else 'desc' end;
  most constant integer :=
    least(coalesce(jobmachine.up_to(live_keys.reach), 20000), case when has_words then 1000 end);
  source constant text := format(
    'select j.* from %s where %s and j.id %s %s order by j.id %s limit %s',
    case when live_keys.are_running then 'jobmachine.running() j' else 'jobmachine.job j' end,
    case when live_keys.are_running then 'true' else 'j.worker is null' end,
    case when is_oldest then '>' else '<' end,
    coalesce(live_keys.below, case when is_oldest then 0 else 9223372036854775807 end),
    direction,
    most);
begin
  return query execute format(
    $sql$
      with looked as materialized (
        select j.id, %1$s as is_near, case when %1$s then %2$s end as fits
        from (%3$s) j
      )
      select
        coalesce((array_agg(l.id order by l.id %6$s) filter (where l.fits))[1:%4$s], '{}'),
        count(*) filter (where l.is_near),
        %7$s(l.id) filter (where l.is_near),
        count(*) < %5$s and coalesce(bool_and(l.is_near), true)
      from looked l
    $sql$,
    case when has_words then 'j.before < 8388608' else 'true' end,
    jobmachine.conditions(wanted, true),
    case when has_words then jobmachine.counting_bytes(source, 'j.id ' || direction) else source end,
    coalesce(jobmachine.up_to(live_keys.amount), 51),
    most,
    direction,
    case when is_oldest then 'max' else 'min' end);
end
$$;

comment on function jobmachine.live_keys is
  'Returns the ids of live jobs that match a filter (see conditions), highest first: of those that run, or of
those that do not. It examines at most reach jobs or, if it searches for words, 1000 and arguments of some 8
MiB. looked is how many it has examined, back_to the lowest id of them, and is_whole is true if there are no
more. With the order oldest in the filter it is the other way around: lowest first, those above below, and
back_to is the highest id.';
