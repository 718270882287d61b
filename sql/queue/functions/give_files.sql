create or replace function jobmachine.give_files(
  files bigint[],
  job bigint
)
returns void
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  update jobmachine.file f
  set input_of = give_files.job
  where f.id = any (give_files.files)
    and f.input_of is null
    and f.maker = session_user
    and exists (select from jobmachine.job j where j.id = give_files.job)
$$;

comment on function jobmachine.give_files is
  'Marks files as stored for one live job alone: they are removed once it ends as error or is cancelled. Files
of other logins, and those that a job was given before, stay as they are. It belongs in the transaction that
offloads the job, which might end before otherwise.';
