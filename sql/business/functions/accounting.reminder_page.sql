create or replace function accounting.reminder_page(after_id bigint, amount integer)
returns table (last_id bigint, reminders bigint, csv text)
language sql
stable
as $$
  select
    max(r.id),
    count(*),
    string_agg(
      concat_ws(
        ',', r.id, r.day, r.level, accounting.csv_field(r.customer), accounting.csv_field(c.name), r.total, r.credit,
        coalesce(r.fee, 0), r.total - r.credit + coalesce(r.fee, 0)
      ) || e'\r\n',
      '' order by r.id
    )
  from (
    select *
    from accounting.reminder
    where id > after_id
    order by id
    limit amount
  ) r
  join sales.customer c on c.code = r.customer
  having count(*) > 0
$$;

comment on function accounting.reminder_page(bigint, integer) is
  'Returns the lines of a CSV file of letters, in the order of their ids: at most `amount` behind an id. '
  'Nothing if there are no more.';
