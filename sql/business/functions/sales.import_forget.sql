create or replace function sales.import_forget(import text)
returns void
language plpgsql
set jit = off
set enable_seqscan = off
as $$
begin
  delete from sales.import_run r
  where r.import = import_forget.import;
  delete from sales.import_order o
  where o.import = import_forget.import;
  delete from sales.import_line l
  where l.import = import_forget.import;
  delete from sales.import_reject r
  where r.import = import_forget.import;
  delete from sales.import i
  where i.key = import_forget.import;
end
$$;

comment on function sales.import_forget(text) is
  'Forgets all that an import has noted for itself, when it has ended or begins again.';
