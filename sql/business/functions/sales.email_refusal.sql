create or replace function sales.email_refusal(email text)
returns text
language sql
immutable
as $$
  select coalesce(
    sales.text_refusal(email, 'email', 254),
    case
      when email !~ '^[^@[:space:]<>()\[\],;:\\"]{1,64}@[^@[:space:]<>()\[\],;:\\"./]{1,63}(\.[^@[:space:]<>()\[\],;:\\"./]{1,63})+$'
        or email ~ '(^|@)\.|\.(@|\.)|[@.]-|-(\.|$)'
      then 'email: is not an address such as ada@example.org'
    end
  )
$$;

comment on function sales.email_refusal(text) is
  'Returns the reason why a text is no address for e-mail; null if it looks like one, or is null. Whether '
  'anybody reads what is sent there, only sending tells.';
