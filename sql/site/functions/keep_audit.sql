create or replace function djet.keep_audit()
returns trigger
language plpgsql
as $$
begin
  raise exception using
    errcode = 'DJ403',
    message = 'audit entries cannot be updated or deleted';
end
$$;

comment on function djet.keep_audit is 'Trigger: refuses every change of the audit but new entries (DJ403).';

create or replace trigger keep_audit
before update or delete or truncate on djet.audit
for each statement execute function djet.keep_audit();
