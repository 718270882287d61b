create or replace function djet.check_line(
  what text,
  line text
)
returns void
language plpgsql
immutable
as $$
begin
  if line is null or length(line) > 100 or line !~ '\S' or line ~ '[\x01-\x1f\x7f\u0080-\u009f\u2028-\u202e\u2066-\u2069]' then
    raise exception using
      errcode = 'DJ400',
      message = format('the %s must be one line of 1 to 100 characters, without control characters', what);
  end if;
end
$$;

comment on function djet.check_line is
  'Raises DJ400 unless a text is one line of 1 to 100 characters, without any that break lines, steer '
  'terminals or turn the direction of writing.';
