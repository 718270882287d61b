create or replace function sales.import_begin()
returns void
language plpgsql
set client_min_messages = warning
as $$
begin
  -- Two imports that meet the same new products in a different order would deadlock.
  perform sales.lock_imports();

  drop table if exists pg_temp.order_import_product;

  create temporary table order_import_product (
    line bigint not null,
    code text collate "C" not null,
    description text
  ) on commit drop;
end
$$;

comment on function sales.import_begin() is
  'Begins an import''s work in this transaction: waits until no other import is at work, then creates the '
  'temporary table order_import_product, which COPY fills and sales.import_part empties. Raises DJ503 as '
  'sales.lock_imports does.';
