create or replace function swift_jobs_import.plain_name(name text) returns text
language sql immutable
begin atomic
  select btrim(
    regexp_replace(
      lower(regexp_replace(left(plain_name.name, 200), '([a-z0-9])([A-Z])', '\1-\2', 'g')),
      '[^a-z0-9_.-]+', '-', 'g'),
    '-.');
end;

comment on function swift_jobs_import.plain_name is
  'Returns a name as kinds and queues have it: SendEmail becomes send-email.';
