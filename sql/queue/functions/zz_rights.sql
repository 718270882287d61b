-- Last of all, since a function that is new may be called by everybody.
select jobmachine.grant_rights();
