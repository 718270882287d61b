create or replace function sales.import_rejects(after_line bigint, amount integer)
returns table (line bigint, reason text, text text)
language plpgsql
stable
as $$
begin
  return query
  select r.line, r.reason, r.text
  from pg_temp.order_import_reject r
  where r.line > after_line
  order by r.line
  limit amount;
end
$$;

comment on function sales.import_rejects(bigint, integer) is
  'A page of the rejected lines of this transaction''s import, by line number: at most `amount` after '
  '`after_line`.';
