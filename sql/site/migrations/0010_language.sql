alter table djet.users
  add column language text collate "C",
  add constraint users_language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$');

comment on column djet.users.language is
  'The language of their pages, such as da or pt-BR; null for that which their browser asks for.';

-- They have more columns now.
drop function if exists djet.session_of(text, timestamptz);
drop function if exists djet.bearer_of(text, timestamptz);
