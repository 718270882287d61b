-- The titles of roles name one of those who have it, as "Operator" does.

update djet.role
set title = 'Administrator'
where name = 'administrator'
  and title = 'Administrators';
