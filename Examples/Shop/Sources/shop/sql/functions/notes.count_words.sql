create or replace function notes.count_words() returns table (notes bigint, words bigint)
language sql stable
begin atomic
  select
    count(*),
    coalesce(sum(cardinality(regexp_split_to_array(btrim(n.text), '\s+'))), 0)::bigint
  from notes.note n;
end;

comment on function notes.count_words() is 'Returns the number of notes, and of all their words.';
