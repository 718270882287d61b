create or replace function jobmachine.progress(
  worker integer,
  id bigint,
  attempt integer,
  progress jsonb
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  shown jsonb := progress.progress;
begin
  if not jobmachine.is_progress(shown) then
    raise exception 'a job''s progress must be an object with done, a whole number, and optionally of and note (got %)', left(shown::text, 100)
    using errcode = 'DJ400', hint = 'Such as {"done": 3, "of": 10, "note": "letters"}.';
  end if;
  if octet_length(shown::text) > 8192 then
    shown := jsonb_strip_nulls(jsonb_build_object(
      'done', shown -> 'done', 'of', shown -> 'of', 'note', jobmachine.cut(shown ->> 'note')));
  end if;
  update jobmachine.job j
  set progress = shown
  where j.id = progress.id
    and j.worker = progress.worker
    and j.attempt = progress.attempt;
  if found then
    return true;
  end if;
  perform jobmachine.note_refusal('progress');
  return null;
end
$$;

comment on function jobmachine.progress is
  'Notes how far a job is: an object of done, of and note, whose note is cut at 8 kB. Returns true, or null if
the fence refused the report. Raises DJ400 for anything else.';
