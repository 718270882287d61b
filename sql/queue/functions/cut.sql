create or replace function jobmachine.cut(
  text text
)
returns text
language plpgsql
immutable
strict
as $$
declare
  kept text := text;
  excess integer;
begin
  if octet_length(kept) <= 8192 then
    return kept;
  end if;
  kept := left(kept, 8100);
  loop
    excess := octet_length(kept) - 8100;
    exit when excess <= 0;
    -- A character has at most four bytes.
    kept := left(kept, length(kept) - (excess + 3) / 4);
  end loop;
  return kept || format('… (cut: %s characters)', trim(to_char(length(cut.text), '9,999,999,999')));
end
$$;

comment on function jobmachine.cut is
  'Returns a text as errors, notes and lines of a log keep it: 8 kB at most. A longer one is cut, and ends
with the length that it had.';
