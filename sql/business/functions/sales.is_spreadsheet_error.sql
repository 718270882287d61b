create or replace function sales.is_spreadsheet_error(value text)
returns boolean
language sql
immutable
as $$
  -- OrderLineRules in Swift has the same, and a test compares them.
  select value in ('#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#SPILL!', '#CALC!')
$$;

comment on function sales.is_spreadsheet_error(text) is
  'Returns true for an error value that a spreadsheet has written in the place of a number, a code or a '
  'name.';
