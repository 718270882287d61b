-- Comes last, since everybody may call a new function.
select jobmachine.grant_rights();
