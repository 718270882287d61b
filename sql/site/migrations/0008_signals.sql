-- To send a signal to a job is a right of its own.

alter table djet.access
drop constraint access_rights_are_known,
add constraint access_rights_are_known check (
  rights <@ array['view', 'use', 'operate', 'signal', 'arguments', 'manage'] and array_position(rights, null) is null
);

alter table djet.basetype
drop constraint basetype_is_exposed_by_a_right,
add constraint basetype_is_exposed_by_a_right check (
  exposed_by in ('view', 'use', 'operate', 'signal', 'arguments', 'manage'));

alter table djet.function
drop constraint function_is_exposed_by_a_right,
add constraint function_is_exposed_by_a_right check (
  exposed_by in ('view', 'use', 'operate', 'signal', 'arguments', 'manage'));

alter table djet.token
drop constraint token_has_known_rights,
add constraint token_has_known_rights
  check (cardinality(rights) > 0 and rights <@ '{view,use,operate,signal,arguments,manage}');

-- Those who had all rights keep all: an administrator could give this one to nobody otherwise.
update djet.access
set rights = rights || '{signal}'
where rights @> '{view,use,operate,arguments,manage}';

update djet.token
set rights = array(select r from unnest(rights || '{signal}') r order by r)
where rights @> '{view,use,operate,arguments,manage}';

comment on column djet.access.rights is
  'The rights that it gives them: view, use, operate, signal, arguments, manage; none if it is empty.';

create table djet.approval (
  created_at timestamptz not null,
  expires_at timestamptz not null,
  token_hash bytea not null,
  ticket text not null,
  signal text not null,
  question text not null,
  whom text,
  constraint approval_pkey primary key (token_hash),
  constraint approval_token_hash_is_sha256 check (length(token_hash) = 32),
  constraint approval_ends_within_a_year
    check (expires_at > created_at and expires_at <= created_at + interval '366 days'),
  constraint approval_texts_are_short
    check (length(ticket) <= 60 and length(signal) <= 60 and length(question) <= 2000 and length(whom) <= 200)
);

create index approval_expires_at on djet.approval (expires_at);

comment on table djet.approval is
  'One-time links to a page on which somebody approves or rejects: the answer is a signal to a job. One that was used is deleted.';
comment on column djet.approval.created_at is 'The time when it was made.';
comment on column djet.approval.expires_at is 'The time when it is over: a year later at the latest.';
comment on column djet.approval.token_hash is 'The sha256 of the token in the link.';
comment on column djet.approval.ticket is 'The ticket of the job.';
comment on column djet.approval.signal is 'The name of the signal, whose value is true or false.';
comment on column djet.approval.question is 'The question on the page.';
comment on column djet.approval.whom is 'The person who is asked; null for whoever has the link.';
