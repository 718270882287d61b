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
begin
  update jobmachine.job j
  set progress = progress.progress
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
  'Notes how far a job is: an object with done, of and note. Null if the fence refused it.';
