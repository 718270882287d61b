create or replace function jobmachine.check_inputs(
  job bigint
)
returns void
language plpgsql
stable
set enable_seqscan = off
as $$
declare
  gone record;
begin
  select h.queue || '.' || h.id as ticket, input.value ->> 'name' as name
  into gone
  from jobmachine.history h
  cross join lateral jsonb_path_query(
    h.arguments,
    'strict $.** ? (
      @.file > 0 && @.file < 9223372036854775807 && @.name.type() == "string" && @.mimeType.type() == "string")'
  ) as input(value)
  where h.id = check_inputs.job
    and h.status in ('error', 'cancelled')
    and not exists (select from jobmachine.file f where f.id = (input.value -> 'file')::bigint)
  limit 1;
  if found then
    raise exception '% cannot be retried: its file % is no longer stored', gone.ticket, gone.name
    using errcode = 'DJ409', hint = 'A job''s input files are removed when it fails or is cancelled: offload it again, with the file.';
  end if;
exception when statement_too_complex then
  -- The arguments are nested too deeply to be searched: let the job run.
  return;
end
$$;

comment on function jobmachine.check_inputs is
  'Raises DJ409 if a file that a failed or cancelled job was given is no longer stored: a retry could only
fail again. Used by retry.';
