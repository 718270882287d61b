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

-- Who had all rights has all of them still: an administrator could give this one to nobody otherwise.
update djet.access
set rights = rights || '{signal}'
where rights @> '{view,use,operate,arguments,manage}';

update djet.token
set rights = array(select r from unnest(rights || '{signal}') r order by r)
where rights @> '{view,use,operate,arguments,manage}';

comment on column djet.access.rights is
  'The rights that it gives them: view, use, operate, signal, arguments, manage; none if it is empty.';
