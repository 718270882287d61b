create or replace function jobmachine.finish_file(
  file bigint
)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  whole bigint;
  missing bigint;
begin
  update jobmachine.file f
  set
    is_complete = true,
    created_at = now()
  where f.id = finish_file.file
    and not f.is_complete
    and jobmachine.may_change_file(f.maker, f.is_complete)
  returning f.size into whole;
  if not found then
    perform jobmachine.refuse_file(finish_file.file);
  end if;
  select min(kept.place)
  into missing
  from (
    select c.number, row_number() over (order by c.number) - 1 as place
    from jobmachine.chunk c
    where c.file = finish_file.file
  ) as kept
  where kept.number <> kept.place;
  if missing is not null then
    raise exception 'file % lacks its chunk %', finish_file.file, missing
    using errcode = 'DJ400', hint = 'Add it with add_chunk, and finish the file then: its chunks are numbered from 0.';
  end if;
  return whole;
end
$$;

comment on function jobmachine.finish_file is
  'Completes a file that begin_file began, and returns its length in bytes. Raises DJ400 if one of its
chunks is missing, DJ404 if it is complete or gone, and DJ403 if another login began it.';
