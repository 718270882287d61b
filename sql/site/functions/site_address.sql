create or replace function djet.site_address()
returns text
language sql
stable
as $$
  select s.address
  from djet.server s
  order by s.started_at desc, s.id desc
  limit 1
$$;

comment on function djet.site_address is 'Where the web server serves the site that was started last; null if none does.';
