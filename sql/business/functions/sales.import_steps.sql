create or replace function sales.import_resume(import text)
returns void
language plpgsql
as $$
begin
  perform sales.import_begin();
  drop table pg_temp.order_import_order;
  -- What reads and writes the numbers booked now reads and writes those of this import, from all of its steps.
  execute format(
    'create temporary view order_import_order as select import, number from sales.import_order where import = %L',
    import_resume.import);
  execute format('alter view pg_temp.order_import_order alter column import set default %L', import_resume.import);
end
$$;

comment on function sales.import_resume(text) is
  'Begins a step of an import: as sales.import_begin, but knowing the orders that its earlier steps have booked.';

create or replace function sales.import_pause(import text)
returns void
language plpgsql
as $$
begin
  drop view pg_temp.order_import_order;
  insert into sales.import_reject (import, line, reason, text)
  select import_pause.import, r.line, r.reason, r.text
  from pg_temp.order_import_reject r;
end
$$;

comment on function sales.import_pause(text) is
  'Ends a step of an import: what it has rejected is kept for the end.';

create or replace function sales.import_recall(import text)
returns void
language plpgsql
as $$
begin
  perform sales.import_resume(import_recall.import);
  insert into pg_temp.order_import_reject (line, reason, text)
  select r.line, r.reason, r.text
  from sales.import_reject r
  where r.import = import_recall.import;
end
$$;

comment on function sales.import_recall(text) is
  'Begins the last step of an import, which finds what all steps have booked and rejected as if they had been one.';

create or replace function sales.import_forget(import text)
returns void
language plpgsql
as $$
begin
  drop view if exists pg_temp.order_import_order;
  delete from sales.import_order o
  where o.import = import_forget.import;
  delete from sales.import_reject r
  where r.import = import_forget.import;
end
$$;

comment on function sales.import_forget(text) is
  'Ends the last step of an import.';
