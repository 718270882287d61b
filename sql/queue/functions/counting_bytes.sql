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
  'A statement on jobs, with how many bytes of arguments there are before each: as they are stored, which is known without
reading them; compressed ones count 90 times, which is how far they can be compressed. So a search for words need not read more than it has time for. A part of
live_keys and ended_keys.';
