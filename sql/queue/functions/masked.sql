create or replace function jobmachine.masked(
  value text
)
returns text
language plpgsql
immutable
strict
as $$
begin
  -- Within a text quotes are escaped, so that no text can look like this.
  if position('{"$secret": "' in masked.value) = 0 then
    return masked.value;
  end if;
  return (
    select string_agg(
      case
        when piece.place = 1 then piece.text
        when position('"}' in piece.text) = 0 then '"secret"'
        else '"secret"' || substr(piece.text, position('"}' in piece.text) + 2)
      end, '' order by piece.place)
    from string_to_table(masked.value, '{"$secret": "') with ordinality as piece(text, place));
end
$$;

comment on function jobmachine.masked is
  'Returns a jsonb as text, or the beginning of such a text, with "secret" in place of each encrypted value.
Used by whatever shows arguments and replies to people.';
