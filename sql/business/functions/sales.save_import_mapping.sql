create or replace function sales.save_import_mapping(
  function text,
  name text,
  header text[],
  choices jsonb,
  changed_at timestamptz,
  changed_by text
)
returns bigint
language plpgsql
set lock_timeout = '10s'
as $$
declare
  refusal text := sales.text_refusal(left(save_import_mapping.name, 101), 'name', 100);
  saved bigint;
begin
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  elsif (
    select count(*)
    from (
      select
      from sales.import_mapping m
      where m.function = save_import_mapping.function
        and m.name <> save_import_mapping.name
      limit 1000
    ) others
  ) >= 1000 then
    raise exception 'there are 1,000 mappings of this import, which is the limit'
    using errcode = 'DJ409', hint = 'Remove some that are no longer needed.';
  end if;

  insert into sales.import_mapping as m (changed_at, function, name, header, changed_by, choices)
  values (
    save_import_mapping.changed_at, save_import_mapping.function, save_import_mapping.name,
    sales.header_digest(save_import_mapping.header), save_import_mapping.changed_by,
    save_import_mapping.choices
  )
  on conflict on constraint import_mapping_name_is_unique do update
  set
    changed_at = excluded.changed_at,
    header = excluded.header,
    changed_by = excluded.changed_by,
    choices = excluded.choices
  returning m.id into saved;
  return saved;
end
$$;

comment on function sales.save_import_mapping(text, text, text[], jsonb, timestamptz, text) is
  'Saves how files with a header are to be read, in place of what the name stood for, and returns its '
  'number. Raises DJ400 for a name that is none, and DJ409 beyond 1,000 mappings of an import.';
