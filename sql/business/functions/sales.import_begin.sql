create or replace function sales.import_begin()
returns void
language plpgsql
set client_min_messages = warning
as $$
begin
  -- Two imports that meet the same new products in a different order would deadlock.
  perform sales.lock_imports();

  drop table if exists
    pg_temp.order_import_run,
    pg_temp.order_import_product,
    pg_temp.order_import_chunk,
    pg_temp.order_import_order,
    pg_temp.order_import_reject;

  create temporary table order_import_run (
    first_line bigint not null,
    line_count integer not null,
    total numeric not null,
    ordered_on date,
    number text collate "C" not null,
    customer text collate "C",
    country text
  ) on commit drop;

  create temporary table order_import_product (
    line bigint not null,
    code text collate "C" not null,
    description text
  ) on commit drop;

  create temporary table order_import_chunk (
    first_line bigint not null,
    line_count bigint not null,
    total numeric not null,
    ordered_on date,
    number text collate "C" not null,
    customer text collate "C",
    country text,
    is_ours boolean not null
  ) on commit drop;

  create temporary table order_import_order (
    number text collate "C" primary key
  ) on commit drop;

  create temporary table order_import_reject (
    line bigint primary key,
    reason text not null,
    text text not null
  ) on commit drop;
end
$$;

comment on function sales.import_begin() is
  'Begins an import of orders in this transaction: waits until no other import runs, then creates the '
  'temporary tables order_import_run and order_import_product (filled by COPY, emptied by '
  'sales.import_chunk), order_import_chunk (the runs of a chunk by order), order_import_order (the numbers '
  'booked) and order_import_reject (filled by COPY).';
