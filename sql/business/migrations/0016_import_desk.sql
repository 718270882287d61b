-- The matches of a file's columns are said once, and found again when a file with the same header comes.

create table sales.import_mapping (
  id bigint generated always as identity,
  changed_at timestamptz not null,
  function text not null,
  name text collate "C" not null,
  header text not null,
  changed_by text,
  choices jsonb not null,
  constraint import_mapping_pkey primary key (id),
  constraint import_mapping_name_is_unique unique (function, name),
  constraint import_mapping_name_has_1_to_100_characters check (char_length(name) between 1 and 100),
  constraint import_mapping_header_is_a_digest check (header ~ '^[0-9a-f]{64}$'),
  constraint import_mapping_choices_are_an_object check (jsonb_typeof(choices) = 'object')
);

create index import_mapping_by_header on sales.import_mapping (function, header, changed_at desc);

comment on table sales.import_mapping is
  'How files with a certain header are to be read: saved under a name, and proposed when such a header comes again.';
comment on column sales.import_mapping.id is 'Its number.';
comment on column sales.import_mapping.changed_at is 'When it was last saved: of several for one header the latest is proposed.';
comment on column sales.import_mapping.function is 'The import that it is for, such as sales.import-orders.';
comment on column sales.import_mapping.name is 'The name that people gave it.';
comment on column sales.import_mapping.header is 'The digest of the names in the header: sales.header_digest().';
comment on column sales.import_mapping.changed_by is 'The user who last saved it; null if nobody was signed in.';
comment on column sales.import_mapping.choices is
  'Encoding, separator, decimal, dates, and in mapping the field of each column; what is missing is found in the file.';
