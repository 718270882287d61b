create or replace function jobmachine.check_signal(
  name text
)
returns void
language plpgsql
as $$
begin
  if (length(check_signal.name) <= 60 and check_signal.name ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$') is not true then
    raise exception '“%” is not a signal''s name', coalesce(left(check_signal.name, 60), 'null')
    using
      errcode = 'DJ400',
      hint = 'Use up to 60 of a–z, 0–9, _ and -, parts joined by dots, each beginning with a letter.';
  end if;
end
$$;

comment on function jobmachine.check_signal is
  'Raises DJ400 for a text that is not a signal''s name. Used by signal and await_signal.';
