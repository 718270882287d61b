create or replace function accounting.set_seller(fields jsonb)
returns setof accounting.whole_seller
language plpgsql
as $$
declare
  address jsonb := sales.plain_address(nullif(fields -> 'address', 'null'));
  plain_vat_id text := sales.plain_vat_id(left(fields ->> 'vatId', 64));
  plain_iban text := upper(replace(left(fields ->> 'iban', 64), ' ', ''));
  refusal text := coalesce(
    sales.text_refusal(fields ->> 'name', 'name', 200),
    'vatId: ' || sales.vat_refusal(plain_vat_id),
    sales.text_refusal(fields ->> 'registration', 'registration', 64),
    sales.email_refusal(fields ->> 'email'),
    accounting.iban_refusal(plain_iban),
    sales.address_fault(address, 'address'),
    case when fields ? 'address' and address ->> 'countryCode' is null then 'address.countryCode: is missing' end
  );
  changed accounting.seller;
begin
  if refusal is null then
    select *
    into changed
    from accounting.seller
    for update;
    changed.is_only := true;
    if fields ? 'name' then
      changed.name := fields ->> 'name';
    end if;
    if fields ? 'vatId' then
      changed.vat_id := plain_vat_id;
    end if;
    if fields ? 'registration' then
      changed.registration := fields ->> 'registration';
    end if;
    if fields ? 'email' then
      changed.email := fields ->> 'email';
    end if;
    if fields ? 'iban' then
      changed.iban := plain_iban;
    end if;
    if fields ? 'address' then
      changed.country := address ->> 'countryCode';
      changed.lines := sales.address_lines(address);
      changed.postcode := address ->> 'postcode';
      changed.city := address ->> 'city';
      changed.region := address ->> 'region';
    end if;
    refusal := case
      when changed.name is null then 'name: is missing'
      when changed.country is null then 'address: is missing'
      when exists (
        select
        from sales.country c
        where c.code = changed.country
          and not starts_with(changed.vat_id, c.vat_prefix)
      ) then format('vatId: is none of %s, whose tax the seller charges', changed.country)
    end;
  end if;
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the field and set the seller again.';
  end if;

  insert into accounting.seller
  values (changed.*)
  on conflict (is_only) do update
  set
    name = excluded.name,
    vat_id = excluded.vat_id,
    country = excluded.country,
    lines = excluded.lines,
    postcode = excluded.postcode,
    city = excluded.city,
    region = excluded.region,
    registration = excluded.registration,
    email = excluded.email,
    iban = excluded.iban;
  return query
  select *
  from accounting.whole_seller;
end
$$;

comment on function accounting.set_seller(jsonb) is
  'Sets the firm that issues the invoices, and returns it. `fields` is a json object of name, vatId, '
  'registration, email, iban and address, whose countryCode is the country whose tax the firm charges. A '
  'field that is not there stays as it is, one that is null is emptied. What is invoiced stays as it is. '
  'Raises DJ400, naming the field, for what cannot be one.';
