create or replace function sales.claim_key(new_key text, contents jsonb, what text default 'order')
returns text
language plpgsql
as $$
declare
  new_digest text := encode(sha256(convert_to(contents::text, 'UTF8')), 'hex');
  earlier sales.placement;
begin
  if new_key is null then
    return null;
  end if;
  if char_length(new_key) not between 1 and 200 then
    raise exception using
      errcode = 'DJ400',
      message = 'the key must have 1 to 200 characters';
  end if;

  delete from sales.placement p
  where p.key in (
    select old.key
    from sales.placement old
    where old.placed_at < now() - interval '30 days'
    order by old.placed_at
    limit 10
    for update skip locked
  );

  -- A second caller waits here for the first to commit, or takes its place if it did not.
  insert into sales.placement (key, digest)
  values (new_key, new_digest)
  on conflict (key) do nothing;
  if found then
    return null;
  end if;

  select *
  into earlier
  from sales.placement p
  where p.key = new_key;
  if earlier.digest <> new_digest then
    raise exception using
      errcode = 'DJ409',
      message = format('another %s was placed under this key: %s', what, earlier.made),
      hint = format('Check whether it is the one you mean; place a new %s under a new key.', what);
  end if;
  return earlier.made;
end
$$;

comment on function sales.claim_key(text, jsonb, text) is
  'Takes a key for an order, or `what` else is about to be booked. Returns null if the key is free, or null; '
  'otherwise the number of what was booked under it. Whoever books it names it in sales.placement. Raises '
  'DJ400 unless a key has 1 to 200 characters, and DJ409 if that had other contents.';
