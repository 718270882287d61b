create or replace function jobmachine.rate_text(
  rate jobmachine.rate
)
returns text
language sql
immutable
as $$
  select
    (rate).amount || '/'
    || case (rate).seconds when 1 then 's' when 60 then 'min' when 3600 then 'h' else 'd' end
    || case
      when (rate).burst = ceil((rate).amount / (20.0 * (rate).seconds)) then ''
      else ' burst ' || (rate).burst
    end
$$;

comment on function jobmachine.rate_text is 'Returns a rate as parse_rate reads it; null for null.';
