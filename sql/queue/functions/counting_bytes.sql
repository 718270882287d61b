create or replace function jobmachine.counting_bytes(
  source text,
  ordering text
)
returns text
language sql
immutable
as $$
  select format(
    $sql$
      select
        j.*,
        coalesce(
          sum(
            pg_column_size(j.arguments)::bigint
              * case when pg_column_compression(j.arguments) is null then 1 else 90 end)
            over (order by %s rows between unbounded preceding and 1 preceding),
          0) as before
      from (%s) j
    $sql$,
    counting_bytes.ordering,
    counting_bytes.source)
$$;

comment on function jobmachine.counting_bytes is
  'Returns a statement on jobs with a column before: the bytes of the arguments ahead of each job. They are
counted as stored, which takes no reading; compressed ones count 90 times, the most that compression saves. So
a search for words reads no more than it has time for. Used by live_keys and ended_keys.';
