create or replace function djet.password_cost()
returns integer
language sql
immutable
as $$
  select 11
$$;

comment on function djet.password_cost is
  'Returns the power of 2 of bcrypt''s rounds: 11 is about 0.1 s of work for us, and for whoever guesses. '
  'Passwords are brought to it when their users sign in.';
