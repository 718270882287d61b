create or replace function sales.import_sum_up(import text, return_mark text)
returns void
language plpgsql
as $$
declare
  clash record;
begin
  perform sales.import_judge(import_sum_up.import, return_mark);
  select *
  into clash
  from sales.import_clash(import_sum_up.import);
  if found then
    raise exception using
      errcode = 'DJ409', message = clash.message, detail = clash.detail, hint = clash.hint;
  end if;
end
$$;

comment on function sales.import_sum_up(text, text) is
  'Decides on each order of a file, as sales.import_judge() does. Raises DJ409 if an order exists already.';
