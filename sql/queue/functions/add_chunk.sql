create or replace function jobmachine.add_chunk(
  file bigint,
  number integer,
  bytes bytea
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if (add_chunk.number >= 0) is not true then
    raise exception 'a chunk''s number must be 0 or more (got %)', coalesce(add_chunk.number::text, 'null')
    using errcode = 'DJ400', hint = 'Number the chunks of a file 0, 1, 2 and so on.';
  end if;
  if (octet_length(add_chunk.bytes) between 1 and 1048576) is not true then
    raise exception 'a chunk must have 1 to 1,048,576 bytes (got %)', coalesce(octet_length(add_chunk.bytes)::text, 'null')
    using errcode = 'DJ400', hint = 'Leave empty chunks out, and divide long ones.';
  end if;
  update jobmachine.file f
  set
    size = f.size + octet_length(add_chunk.bytes),
    written_at = now()
  where f.id = add_chunk.file
    and not f.is_complete
    and jobmachine.may_change_file(f.maker, f.is_complete);
  if not found then
    perform jobmachine.refuse_file(add_chunk.file);
  end if;
  insert into jobmachine.chunk (file, number, bytes)
  values (add_chunk.file, add_chunk.number, add_chunk.bytes)
  on conflict do nothing;
  if not found then
    raise exception 'the file % has a chunk % already', add_chunk.file, add_chunk.number
    using errcode = 'DJ409', hint = 'Number the chunks of a file 0, 1, 2 and so on.';
  end if;
end
$$;

comment on function jobmachine.add_chunk is
  'Adds bytes, 1 MiB at most, to a file that begin_file began. number counts from 0. Raises DJ400 for a number
below 0, DJ404 if the file is complete or gone, DJ403 if another login began it, and DJ409 if it has a chunk
of this number.';
