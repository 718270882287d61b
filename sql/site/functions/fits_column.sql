create or replace function djet.fits_column(
  type text,
  value jsonb
)
returns boolean
language sql
immutable
as $$
  select coalesce(
    case type
      when 'number' then jsonb_typeof(value) = 'number'
      when 'boolean' then jsonb_typeof(value) = 'boolean'
      when 'text' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 1000
        and value #>> '{}' !~ '[[:cntrl:]]'
      when 'longtext' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 1000000
      when 'function' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 120
        and value #>> '{}' ~ '^[a-z][a-z0-9_.-]*$'
      when 'queue' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 30
        and value #>> '{}' ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'
      when 'path' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 1000
        and value #>> '{}' ~ '^/([^/\\]|$)' and value #>> '{}' !~ '[[:cntrl:][:space:]]'
    end,
    false);
$$;

comment on function djet.fits_column is 'Returns true if a column of this type can hold a value.';
