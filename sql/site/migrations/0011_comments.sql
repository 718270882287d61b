-- Comments begin with the noun or the verb, as they do elsewhere.

comment on column djet.node.singleton is 'True if its basetype is a singleton; a trigger keeps it so.';
comment on column djet.node.in_menu is 'True if menus show it.';
comment on column djet.node.path is
  'The path where it is: kept by triggers, for the whole branch when it is moved.';
comment on column djet.node.basetype is
  'The basetype: it says which engine answers there, and which columns the node has.';
comment on column djet.node.title is 'The title that people read.';
comment on column djet.node.redirect_to is
  'The address to which it sends its visitors instead of answering; null if it answers.';
comment on column djet.node.columns is 'The values of its basetype''s columns; a trigger checks them.';

comment on column djet.invitation.user_id is 'The user who is invited.';
comment on column djet.invitation.created_at is 'The time of the invitation.';
comment on column djet.invitation.expires_at is 'The time when it is over: 24 hours later.';

comment on table djet.membership is 'The roles that were granted to users.';
comment on column djet.membership.granted_at is 'The time when it was granted.';
comment on column djet.membership.role is 'The role. Everybody has everyone and users without it.';
comment on column djet.membership.user_id is 'The user to whom it was granted.';

comment on column djet.second_factor.created_at is 'The time when the secret was made.';
comment on column djet.second_factor.confirmed_at is
  'The time when a code of it proved that a device has it; null until then, and it counts for nothing.';
comment on column djet.second_factor.user_id is 'The user whose secret it is.';

comment on column djet.session.user_id is 'The user who is signed in.';
comment on column djet.session.created_at is 'The time when they signed in.';
comment on column djet.session.seen_at is
  'The time when it was last used, to the minute; after 12 hours without use it is over.';
comment on column djet.session.expires_at is
  'The time when it is over at the latest: 14 days after it began.';
comment on column djet.session.csrf is 'The value that every form posted in the session must carry.';
comment on column djet.session.agent is 'The name that the browser gave itself; null if it gave none.';
comment on column djet.session.second_factor_at is
  'The time when its user proved the second factor in it; null if they have not. Where one is due, the '
  'session is nobody''s until then.';
comment on column djet.session.address is 'The address from which they signed in.';

comment on table djet.users is
  'The people who may sign in. A user is never deleted, but disabled: jobs and audit entries know them by '
  'their name.';
comment on column djet.users.created_at is 'The time when they were added.';
comment on column djet.users.password_set_at is
  'The time when the password was set; null while there is none.';
comment on column djet.users.disabled_at is 'The time since when they may not sign in; null if they may.';

comment on table djet.audit is
  'The actions of users and commands, each with its time and its origin. An entry is never changed.';
comment on column djet.audit.at is 'The time of the action.';
comment on column djet.audit.user_name is
  'The name of the user; null for a command, or for somebody who has not signed in.';
comment on column djet.audit.action is 'The action, such as user.disable.';
comment on column djet.audit.detail is 'All else that is worth knowing. Never a secret.';
comment on column djet.audit.address is 'The address from which it was done; null for a command.';
comment on column djet.audit.target is
  'The target: a user''s name, a ticket, a path; empty if it is nothing that exists.';

comment on table djet.basetype is 'The kinds of nodes. Engines declare their basetypes when they start.';
comment on column djet.basetype.title is 'The title that people read.';
comment on column djet.basetype.singleton is 'True if exactly one node of it may exist.';
comment on column djet.basetype.required is 'True if its last node may be moved only, never removed.';

comment on table djet.function is
  'The rights that it takes to expose a model function at a node. Programs declare them when they start; any '
  'other function takes manage.';

comment on column djet.role.created_at is 'The time when it was added.';
comment on column djet.role.title is 'The title that is shown.';
comment on column djet.role.needs_second_factor is
  'True if its members must sign in with a one-time code besides the password.';

comment on column djet.server.address is 'The address at which it serves, such as http://127.0.0.1:8080.';
comment on column djet.server.seen_at is
  'The time when it last said that it serves, which it does every minute.';
comment on column djet.server.started_at is 'The time since when it serves.';

comment on column djet.sign_in_failure.failed_at is 'The time of the last one.';
comment on column djet.sign_in_failure.failures is
  'The number of failures in a row, none of them an hour after the last.';
comment on column djet.sign_in_failure.is_told is 'True if the audit tells of the wait.';
comment on column djet.sign_in_failure.key is
  'The key by which they are counted: an account (the sha256 of its name, since people type passwords there) '
  'or an address.';
comment on column djet.sign_in_failure.wait_until is 'The time until which no further one is looked at.';

comment on column djet.token.created_at is 'The time when it was made.';
comment on column djet.token.expires_at is 'The time when it is over: a year later at the latest.';
comment on column djet.token.used_at is
  'The time when it was last used, to the minute; null if it never was.';
comment on column djet.token.purpose is 'The purpose, in a person''s words.';
comment on column djet.token.user_id is 'The user for whom it acts.';

comment on column djet.access.role is
  'The role to which the rule gives rights: everyone, users, administrator, or a role of one''s own.';

comment on column djet.recovery_code.user_id is 'The user whose code it is.';
