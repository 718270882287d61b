comment on schema notes is 'Notes that people and programs leave.';

create table notes.note (
  id bigint generated always as identity,
  text text not null,
  added_at timestamptz not null,
  added_by text,
  constraint note_pkey primary key (id),
  constraint note_text_has_1_to_2000_characters check (char_length(text) between 1 and 2000)
);

comment on table notes.note is 'A note.';
comment on column notes.note.id is 'The number by which it is known.';
comment on column notes.note.text is 'The words of the note.';
comment on column notes.note.added_at is 'The time by the clock of the program that added it.';
comment on column notes.note.added_by is 'The user who added it; null if nobody was signed in.';
