create or replace function jobmachine.last_due(
  rule text,
  zone text,
  due timestamptz,
  until timestamptz
)
returns timestamptz
language plpgsql
stable
as $$
declare
  step constant interval := jobmachine.schedule_interval(last_due.rule);
  early timestamptz := last_due.due;
  late timestamptz := last_due.until;
  middle timestamptz;
  hit timestamptz;
begin
  if step is not null then
    return last_due.due
      + floor(extract(epoch from last_due.until - last_due.due) / extract(epoch from step)) * step;
  end if;
  -- Something is due after early and up to until, or at early; nothing is after late.
  while late - early > interval '1 second' loop
    middle := early + (late - early) / 2;
    hit := jobmachine.next_due(last_due.rule, last_due.zone, middle);
    if hit <= last_due.until then
      early := hit;
    else
      late := middle;
    end if;
  end loop;
  hit := jobmachine.next_due(last_due.rule, last_due.zone, early);
  return case when hit <= last_due.until then hit else early end;
end
$$;

comment on function jobmachine.last_due is
  'Returns the last due time of a rule up to a time, from a due time of it onwards. Used by fire.';
