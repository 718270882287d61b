create or replace function jobmachine.refuse_name(
  queue text,
  kind text
)
returns void
language plpgsql
as $$
begin
  if length(refuse_name.queue) > 30 then
    raise exception 'a queue''s name must have at most 30 characters (got %)', length(refuse_name.queue)
    using errcode = 'check_violation', constraint = 'job_queue_is_a_name', table = 'job';
  elsif refuse_name.queue ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$' is not true then
    raise exception '“%” is not a queue''s name', coalesce(refuse_name.queue, 'null')
    using
      errcode = 'check_violation', constraint = 'job_queue_is_a_name', table = 'job',
      hint = 'Use up to 30 of a–z, 0–9, _ and -, parts joined by dots, each beginning with a letter.';
  elsif length(refuse_name.kind) > 120 then
    raise exception 'a job''s kind must have at most 120 characters (got %)', length(refuse_name.kind)
    using errcode = 'check_violation', constraint = 'job_kind_is_a_name', table = 'job';
  end if;
  raise exception '“%” is not a kind''s name', coalesce(refuse_name.kind, 'null')
  using
    errcode = 'check_violation', constraint = 'job_kind_is_a_name', table = 'job',
    hint = 'Use up to 120 of a–z, 0–9, _, - and dots, beginning with a letter.';
end
$$;

comment on function jobmachine.refuse_name is
  'Raises the table''s check_violation, in words, for the name of a queue or a kind. Used by check_job.';
