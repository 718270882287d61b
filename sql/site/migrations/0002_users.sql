-- Users: who may sign in, how they prove it, what they were granted, and what they did.

-- In public, where every other program that shares the database looks for it, too. If it was installed
-- elsewhere before, it stays there: djet.pgcrypto() finds it.
create extension if not exists pgcrypto with schema public;

create table djet.users (
  id bigint generated always as identity,
  created_at timestamptz not null default now(),
  password_set_at timestamptz,
  disabled_at timestamptz,
  name text collate "C" not null,
  full_name text not null,
  password text,
  constraint users_pkey primary key (id),
  constraint users_name_key unique (name),
  constraint users_name_is_plain check (name ~ '^[a-z0-9][a-z0-9._@+-]{0,62}$'),
  constraint users_full_name_is_not_empty check (full_name ~ '\S' and length(full_name) <= 100),
  constraint users_full_name_is_one_plain_line check (full_name !~ '[\x01-\x1f\x7f]'),
  constraint users_password_is_bcrypt check (password like '$2a$%'),
  constraint users_password_has_its_time check ((password is null) = (password_set_at is null))
);

comment on table djet.users is
  'Who may sign in. A user is never deleted, but disabled: jobs and audit entries know them by their name.';
comment on column djet.users.id is 'The key of the other tables.';
comment on column djet.users.created_at is 'When they were added.';
comment on column djet.users.password_set_at is 'When the password was set; null while there is none.';
comment on column djet.users.disabled_at is 'Since when they may not sign in; null if they may.';
comment on column djet.users.name is 'The name with which they sign in; it never changes.';
comment on column djet.users.full_name is 'The name that is shown: one line, without control characters.';
comment on column djet.users.password is 'The bcrypt of the password; null until an invitation was accepted.';

create table djet.role (
  created_at timestamptz not null default now(),
  name text collate "C" not null,
  title text not null,
  constraint role_pkey primary key (name),
  constraint role_name_is_plain check (name ~ '^[a-z][a-z0-9_.-]{0,59}$'),
  constraint role_title_is_one_plain_line
    check (title ~ '\S' and length(title) <= 100 and title !~ '[\x01-\x1f\x7f]')
);

comment on table djet.role is 'The names under which access rules give rights.';
comment on column djet.role.created_at is 'When it was added.';
comment on column djet.role.name is 'The name that access rules and grants use.';
comment on column djet.role.title is 'What is shown.';

insert into djet.role (name, title)
values
  ('everyone', 'Everyone, signed in or not'),
  ('users', 'Everybody who has signed in'),
  ('administrator', 'Administrators');

create table djet.membership (
  user_id bigint not null,
  granted_at timestamptz not null default now(),
  role text collate "C" not null,
  granted_by text,
  constraint membership_pkey primary key (user_id, role),
  constraint membership_user_id_fkey foreign key (user_id) references djet.users (id),
  constraint membership_role_fkey foreign key (role) references djet.role (name) on delete cascade,
  constraint membership_role_is_not_given_to_all check (role not in ('everyone', 'users'))
);

create index membership_role on djet.membership (role);

comment on table djet.membership is 'Which roles were granted to whom.';
comment on column djet.membership.user_id is 'To whom.';
comment on column djet.membership.granted_at is 'When.';
comment on column djet.membership.role is 'Which role. Everybody has everyone and users without it.';
comment on column djet.membership.granted_by is 'The name of the user who granted it; null: by a command.';

create table djet.session (
  id bigint generated always as identity,
  user_id bigint not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  token_hash bytea not null,
  csrf text not null,
  address text,
  agent text,
  constraint session_pkey primary key (id),
  constraint session_token_hash_key unique (token_hash),
  constraint session_user_id_fkey foreign key (user_id) references djet.users (id),
  constraint session_token_hash_is_sha256 check (length(token_hash) = 32),
  constraint session_ends_after_its_beginning check (expires_at > created_at)
);

create index session_user_id on djet.session (user_id);
create index session_seen_at on djet.session (seen_at);

comment on table djet.session is 'Browsers in which somebody is signed in. A session that has ended is deleted.';
comment on column djet.session.id is 'The number under which its user can end it.';
comment on column djet.session.user_id is 'Who is signed in.';
comment on column djet.session.created_at is 'When they signed in.';
comment on column djet.session.seen_at is 'When it was last used, to the minute; after 12 hours without use it is over.';
comment on column djet.session.expires_at is 'When it is over at the latest: 14 days after it began.';
comment on column djet.session.token_hash is 'The sha256 of the token, which the browser alone has.';
comment on column djet.session.csrf is 'What every form posted in the session must carry.';
comment on column djet.session.address is 'From where they signed in.';
comment on column djet.session.agent is 'What the browser called itself.';

create table djet.token (
  id bigint generated always as identity,
  user_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  token_hash bytea not null,
  title text not null,
  scopes text[] not null,
  below text collate "C",
  constraint token_pkey primary key (id),
  constraint token_token_hash_key unique (token_hash),
  constraint token_user_id_fkey foreign key (user_id) references djet.users (id),
  constraint token_token_hash_is_sha256 check (length(token_hash) = 32),
  constraint token_ends_within_a_year
    check (expires_at > created_at and expires_at <= created_at + interval '366 days'),
  constraint token_title_is_one_plain_line
    check (title ~ '\S' and length(title) <= 100 and title !~ '[\x01-\x1f\x7f]'),
  constraint token_has_known_scopes
    check (cardinality(scopes) > 0 and scopes <@ '{view,use,operate,arguments,manage}'),
  constraint token_below_is_a_path check (below ~ '^(/|(/[^/\x01-\x20\x7f]+)+)$' and length(below) <= 1000)
);

create index token_user_id on djet.token (user_id);

comment on table djet.token is 'API tokens: with one, a program acts for a user. A token that was revoked is deleted.';
comment on column djet.token.id is 'The number under which it can be revoked.';
comment on column djet.token.user_id is 'For whom it acts.';
comment on column djet.token.created_at is 'When it was made.';
comment on column djet.token.expires_at is 'When it is over: a year later at the latest.';
comment on column djet.token.used_at is 'When it was last used, to the minute; null: never.';
comment on column djet.token.token_hash is 'The sha256 of the token, which was shown once.';
comment on column djet.token.title is 'What it is for.';
comment on column djet.token.scopes is 'The rights that it has at the most; it never has one that its user lacks.';
comment on column djet.token.below is 'The branch that it may reach at the most; null is the whole tree.';

create table djet.invitation (
  id bigint generated always as identity,
  user_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  token_hash bytea not null,
  invited_by text,
  constraint invitation_pkey primary key (id),
  constraint invitation_user_id_key unique (user_id),
  constraint invitation_token_hash_key unique (token_hash),
  constraint invitation_user_id_fkey foreign key (user_id) references djet.users (id),
  constraint invitation_token_hash_is_sha256 check (length(token_hash) = 32),
  constraint invitation_ends_after_its_beginning check (expires_at > created_at)
);

comment on table djet.invitation is
  'One-time links with which a user sets a password: at most one for each. One that was accepted is deleted.';
comment on column djet.invitation.id is 'Its number.';
comment on column djet.invitation.user_id is 'Who is invited.';
comment on column djet.invitation.created_at is 'When.';
comment on column djet.invitation.expires_at is 'When it is over: 24 hours later.';
comment on column djet.invitation.token_hash is 'The sha256 of the token in the link.';
comment on column djet.invitation.invited_by is 'The name of the user who invited; null: a command did.';

create table djet.sign_in_failure (
  failed_at timestamptz not null,
  wait_until timestamptz not null,
  failures integer not null,
  is_told boolean not null default false,
  key text collate "C" not null,
  constraint sign_in_failure_pkey primary key (key),
  constraint sign_in_failure_failures_are_not_negative check (failures >= 0)
);

create index sign_in_failure_failed_at on djet.sign_in_failure (failed_at);

comment on table djet.sign_in_failure is
  'Failed attempts to sign in, counted per account and per address. They are forgotten after a day.';
comment on column djet.sign_in_failure.failed_at is 'When the last one was.';
comment on column djet.sign_in_failure.wait_until is 'Until then no further one is looked at.';
comment on column djet.sign_in_failure.failures is 'How many there were in a row, none of them an hour after the last.';
comment on column djet.sign_in_failure.is_told is 'Whether the audit tells of the wait.';
comment on column djet.sign_in_failure.key is
  'What is counted: an account (the sha256 of its name, since people type passwords there) or an address.';

create table djet.audit (
  id bigint generated always as identity,
  at timestamptz not null,
  user_name text collate "C",
  action text collate "C" not null,
  target text not null,
  address text collate "C",
  detail jsonb not null default '{}',
  constraint audit_pkey primary key (id),
  constraint audit_action_is_plain check (action ~ '^[a-z][a-z0-9.-]{0,59}$'),
  constraint audit_detail_is_an_object check (jsonb_typeof(detail) = 'object')
);

create index audit_at on djet.audit (at, id);
create index audit_user_name on djet.audit (user_name, at, id);
create index audit_action on djet.audit (action, at, id);
create index audit_sign_in on djet.audit (user_name, address, at)
where action = 'sign-in';

comment on table djet.audit is 'Who did what, when and from where. An entry is never changed.';
comment on column djet.audit.id is 'Its number, in the order of entry.';
comment on column djet.audit.at is 'When.';
comment on column djet.audit.user_name is 'Who; null: a command, or somebody who has not signed in.';
comment on column djet.audit.action is 'What, such as user.disable.';
comment on column djet.audit.target is 'To what: a user''s name, a ticket, a path; empty if to nothing that exists.';
comment on column djet.audit.address is 'From where; null: from a command.';
comment on column djet.audit.detail is 'What else is worth knowing. Never a secret.';
