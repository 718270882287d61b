create or replace function djet.site_address(
  machine text default null,
  at timestamptz default now()
)
returns text
language sql
stable
as $$
  select s.address
  from djet.server s
  where s.seen_at > site_address.at - interval '3 minutes'
    and (s.machine = site_address.machine or s.address !~ '^https?://(localhost|127\.|\[::1\])')
  order by s.started_at desc, s.id desc
  limit 1
$$;

comment on function djet.site_address is
  'Returns the address of the web server that was started last, as far as a machine can reach it: an address '
  'that only its own machine reaches is left out elsewhere. Null if there is none.';
