create or replace function jobmachine.refuse_name(
  queue text,
  kind text
)
returns void
language plpgsql
as $$
begin
  if length(refuse_name.queue) > 30 then
    raise exception 'a queue''s name has 30 characters at the most, not %', length(refuse_name.queue)
    using errcode = 'check_violation', constraint = 'job_queue_is_a_name', table = 'job';
  end if;
  raise exception 'a job''s kind has 120 characters at the most, not %', length(refuse_name.kind)
  using errcode = 'check_violation', constraint = 'job_kind_is_a_name', table = 'job';
end
$$;

comment on function jobmachine.refuse_name is
  'Raises that a queue''s name or a kind is too long, as the table of jobs does. A part of offload.';
