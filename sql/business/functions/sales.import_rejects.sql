create or replace function sales.import_rejects(import text, after_line bigint, amount integer)
returns table (line bigint, reason text, text text)
language plpgsql
stable
set jit = off
set enable_seqscan = off
as $$
begin
  return query
  select r.line, r.reason, r.text
  from sales.import_reject r
  where r.import = import_rejects.import
    and r.line > after_line
  order by r.line
  limit amount;
end
$$;

comment on function sales.import_rejects(text, bigint, integer) is
  'Returns a page of an import''s rejected lines, by line number: at most `amount` after `after_line`.';
