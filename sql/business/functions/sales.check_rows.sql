create or replace function sales.check_rows(
  import text,
  kind text,
  lines bigint[],
  fields text[],
  texts text[] default null
)
returns void
language plpgsql
as $$
#variable_conflict use_column
begin
  insert into sales.import_reject (import, line, reason, text)
  select check_rows.import, r.line, refusal, coalesce(r.text, '')
  from unnest(lines, fields, texts) r (line, fields, text)
  cross join lateral (
    select sales.row_refusal(kind, sales.plain_row(kind, r.fields::jsonb)) as refusal
    offset 0
  ) judged
  where refusal is not null;
end
$$;

comment on function sales.check_rows(text, text, bigint[], text[], text[]) is
  'Notes in sales.import_reject which rows of a file break a rule, as sales.import_rows() does, with their '
  'texts, and books none.';
