create or replace function jobmachine.look_by_time(
  part text,
  filter jsonb
)
returns text
language sql
immutable
as $$
  select format(
    $sql$
      with looked as materialized (
        select
          j.id, j.finished_at, %1$s as is_near, case when %1$s then %2$s end as suits,
          case when %1$s then %3$s end as fits
        from (%4$s) j
      )
      select
        coalesce(array_agg(l.id order by l.finished_at %5$s, l.id %5$s) filter (where l.fits), '{}') as ids,
        coalesce(array_agg(l.finished_at order by l.finished_at %5$s, l.id %5$s) filter (where l.fits), '{}') as times,
        count(*) filter (where l.is_near) as looked,
        count(*) filter (where l.suits) as suiting,
        count(*) < $4 and coalesce(bool_and(l.is_near), true) as is_done,
        (array_agg(l.finished_at order by l.finished_at %6$s, l.id %6$s) filter (where l.is_near))[1] as back_to,
        (array_agg(l.id order by l.finished_at %6$s, l.id %6$s) filter (where l.is_near))[1] as back_to_id
      from looked l
    $sql$,
    case when said.has_words then 'j.before < 8388608' else 'true' end,
    jobmachine.conditions(jobmachine.filter_of(look_by_time.filter) - 'words', false),
    jobmachine.conditions(look_by_time.filter, false),
    case
      when said.has_words
        then jobmachine.counting_bytes(said.source, format('j.finished_at %1$s, j.id %1$s', said.direction))
      else said.source
    end,
    said.direction,
    case when said.direction = 'asc' then 'desc' else 'asc' end)
  from (
    select
      look_by_time.filter ->> 'words' is not null as has_words,
      way.direction,
      format(
        'select j.* from jobmachine.%1$I j where j.finished_at %2$s $1 and (j.finished_at, j.id) %3$s ($2, $3)
          order by j.finished_at %4$s, j.id %4$s limit $4',
        coalesce(look_by_time.part, 'history'), way.bound, way.beyond, way.direction) as source
    from jobmachine.way_of(look_by_time.filter) way
  ) as said
$$;

comment on function jobmachine.look_by_time is
  'Returns the statement that looks through the jobs of one day, newest end first: $1 is since, $2 and $3 are
the time and id to look before, $4 is through how many. With the order oldest in the filter it is the other
way around: $1 is until, and it looks behind that time and id. Its row holds the jobs that fit, how many suit
apart from the words, if that was the whole day, and the last job that it looked at. Used by ended_keys.';
