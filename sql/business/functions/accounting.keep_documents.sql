create or replace function accounting.keep_documents(
  new_ids bigint[],
  texts text[],
  known_ids bigint[],
  now timestamptz
)
returns setof accounting.invoice_document
language plpgsql
as $$
begin
  -- In one order, so that no two sessions wait for each other.
  insert into accounting.invoice_document (invoice_id, made_at, content)
  select f.invoice_id, keep_documents.now, convert_to(f.content, 'UTF8')
  from unnest(new_ids, texts) f (invoice_id, content)
  order by f.invoice_id
  on conflict do nothing;

  -- A statement of its own, which sees what another session has kept meanwhile.
  return query
  select d.*
  from accounting.invoice_document d
  where d.invoice_id = any (new_ids || known_ids);
end
$$;

comment on function accounting.keep_documents(bigint[], text[], bigint[], timestamptz) is
  'Keeps new UBL files, and returns those of the new and of the known invoices. One that is kept already '
  'stays as it is.';
