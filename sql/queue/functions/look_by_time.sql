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
        select j.id, j.finished_at, %s as suits, %s as fits
        from jobmachine.%I j
        where j.finished_at >= $1
          and (j.finished_at, j.id) < ($2, $3)
        order by j.finished_at desc, j.id desc
        limit $4
      )
      select
        coalesce(array_agg(l.id order by l.finished_at desc, l.id desc) filter (where l.fits), '{}') as ids,
        coalesce(array_agg(l.finished_at order by l.finished_at desc, l.id desc) filter (where l.fits), '{}') as times,
        count(*) as looked,
        count(*) filter (where l.suits) as suiting,
        count(*) < $4 as is_done,
        (array_agg(l.finished_at order by l.finished_at, l.id))[1] as back_to,
        (array_agg(l.id order by l.finished_at, l.id))[1] as back_to_id
      from looked l
    $sql$,
    jobmachine.conditions(look_by_time.filter - 'words', false),
    jobmachine.conditions(look_by_time.filter, false),
    look_by_time.part)
$$;

comment on function jobmachine.look_by_time is
  'The statement that looks through the jobs of one day, the last to end first: $1 since, $2 and $3 before which time and
number, $4 through how many. It tells which of them fit, how many suit apart from the words, whether that was the whole
day, and the last that it looked at. A part of ended_keys.';
