create or replace function jobmachine.drop_inputs(
  jobs bigint[]
)
returns void
language sql
as $$
  delete from jobmachine.file f
  where f.input_of = any (drop_inputs.jobs)
$$;

comment on function jobmachine.drop_inputs is
  'Removes the files that were stored for jobs which end without a reply. Used by end_job.';
