create or replace function sales.import_shop_begin()
returns void
language plpgsql
set client_min_messages = warning
as $$
begin
  drop table if exists pg_temp.shop_category, pg_temp.shop_line;

  create temporary table shop_category (
    code text collate "C" primary key,
    name text not null
  ) on commit drop;

  create temporary table shop_line (
    line bigint primary key,
    number text collate "C" not null,
    fields jsonb not null
  ) on commit drop;

  create index on pg_temp.shop_line (number, line);
end
$$;

comment on function sales.import_shop_begin() is
  'Begins the import of a whole shop in this transaction: creates the temporary tables in which '
  'sales.import_rows keeps categories, and the lines of orders until their orders come.';
