create or replace function jobmachine.look_by_bucket(
  part text,
  filter jsonb
)
returns text
language sql
immutable
as $$
  select format(
    $sql$
      with found as materialized (
        select newest.*, row_number() over (partition by pair.number order by newest.finished_at %8$s, newest.id %8$s)
        from unnest($5, $6) with ordinality as pair(bucket, worker, number)
        cross join lateral (
          select %1$s
          from jobmachine.%2$I j
          where jobmachine.bucket(j.queue, j.kind, j.status) = pair.bucket
            and %3$s
            and %4$s
            and j.finished_at %10$s $1
            and (j.finished_at, j.id) %11$s ($2, $3)
          order by j.finished_at %8$s, j.id %8$s
          limit $4
        ) as newest
      ), reached as materialized (  -- each bucket has been looked through at least as far as this
        select f.finished_at, f.id
        from found f
        where f.row_number = $4
        order by f.finished_at %8$s, f.id %8$s
        limit 1
      ), near as materialized (
        select j.*, %5$s as is_near
        from (%6$s) j
      ), last as materialized (  -- where to go on: before what was too much to look at, if anything was
        (
          select n.finished_at, n.id
          from near n
          where n.is_near
            and exists (select from near far where not far.is_near)
          order by n.finished_at %9$s, n.id %9$s
          limit 1
        )
        union all
        select r.finished_at, r.id
        from reached r
        where not exists (select from near far where not far.is_near)
      ), looked as materialized (
        select j.id, j.finished_at, %7$s as fits
        from near j
        where j.is_near
      )
      select
        coalesce(array_agg(l.id order by l.finished_at %8$s, l.id %8$s) filter (where l.fits), '{}') as ids,
        coalesce(array_agg(l.finished_at order by l.finished_at %8$s, l.id %8$s) filter (where l.fits), '{}') as times,
        count(*) as looked,
        count(*) as suiting,
        not exists (select from last) as is_done,
        (select last.finished_at from last) as back_to,
        (select last.id from last) as back_to_id
      from looked l
    $sql$,
    case when said.has_words then 'j.*' else format('j.id, j.finished_at, %s as fits', said.conditions) end,
    coalesce(look_by_bucket.part, 'history'),
    case
      when look_by_bucket.filter ->> 'user' is null then 'coalesce(j.worker, 0) = pair.worker'
      else format(
        'j.environment ? ''user'' and hashtext(j.environment ->> ''user'') = hashtext(%L)',
        look_by_bucket.filter ->> 'user')
    end,
    jobmachine.conditions(jobmachine.filter_of(look_by_bucket.filter) - 'words', false),
    case when said.has_words then 'j.before < 8388608' else 'true' end,
    case
      when said.has_words
        then jobmachine.counting_bytes(said.source, format('j.finished_at %1$s, j.id %1$s', said.direction))
      else said.source
    end,
    case when said.has_words then said.conditions else 'j.fits' end,
    said.direction,
    case when said.direction = 'asc' then 'desc' else 'asc' end,
    said.bound,
    said.beyond)
  from (
    select
      look_by_bucket.filter ->> 'words' is not null as has_words,
      jobmachine.conditions(look_by_bucket.filter, false) as conditions,
      format(
        'select f.* from found f
          where not exists (select from reached r where (f.finished_at, f.id) %s (r.finished_at, r.id))',
        way.beyond) as source,
      way.*
    from jobmachine.way_of(look_by_bucket.filter) way
  ) as said
$$;

comment on function jobmachine.look_by_bucket is
  'Returns the statement that looks through one day''s jobs of the buckets and workers that buckets_of_day
found, $5 and $6. $4 is through how many of each; the other parameters, and the columns, are those of
look_by_time. Used by ended_keys.';
