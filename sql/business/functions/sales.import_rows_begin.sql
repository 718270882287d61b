create or replace function sales.import_rows_begin()
returns void
language plpgsql
set client_min_messages = warning
as $$
begin
  -- Two imports that met the same codes in a different order would deadlock.
  perform sales.lock_imports();

  drop table if exists pg_temp.import_row;

  create temporary table import_row (
    line bigint not null,
    fields jsonb not null,
    text text not null
  ) on commit drop;
end
$$;

comment on function sales.import_rows_begin() is
  'Begins an import of customers, suppliers, products, prices or tax rates in this transaction: waits until '
  'no other import is at work, then creates the temporary table import_row, which COPY fills and '
  'sales.import_rows empties. Raises DJ503 as sales.lock_imports does.';
