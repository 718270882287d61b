create or replace function sales.import_open(import text)
returns void
language plpgsql
as $$
declare
  old text;
begin
  insert into sales.import (key)
  values (import_open.import)
  on conflict (key) do nothing;

  for old in
    select i.key
    from sales.import i
    where i.begun_at < now() - interval '30 days'
    order by i.begun_at
    limit 10
    for update skip locked
  loop
    perform sales.import_forget(old);
  end loop;
end
$$;

comment on function sales.import_open(text) is
  'Begins an import in steps, whose notes outlive an attempt. Forgets the notes of up to ten imports that '
  'began more than 30 days ago.';
