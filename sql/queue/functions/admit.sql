create or replace function jobmachine.admit(
  entry jobmachine.job
)
returns jobmachine.job
language plpgsql
-- As in take_key: the job that has the key may be locked.
set lock_timeout = '2s'
as $$
declare
  rule constant jsonb := jobmachine.rule_of(entry.environment);
  holder bigint;
  former text;
  line text;
begin
  perform jobmachine.check_unique(rule);
  loop
    holder := jobmachine.take_key(entry.id, entry.kind, entry.arguments, rule);
    if holder = entry.id then
      return entry;
    elsif rule ->> 'otherwise' = 'keep' then
      perform jobmachine.share(holder, entry.environment ->> 'user');
      return null;
    elsif rule ->> 'otherwise' = 'refuse' then
      perform jobmachine.refuse_duplicate(
        holder, entry.kind, jobmachine.key_of(rule, entry.arguments), rule);
    end if;

    select j.environment ->> 'user' into former from jobmachine.job j where j.id = holder;
    update jobmachine.job j
    set
      position = case when j.waiting_for = 0 and entry.run_at <= now() then nextval('jobmachine.job_id_seq') end,
      run_at = entry.run_at,
      priority = entry.priority,
      arguments = entry.arguments,
      limit_key = jobmachine.key_in(j.queue, entry.arguments, entry.environment),
      -- Whatever the entry says, this job is in the group that it has joined.
      environment = entry.environment - 'group'
        || case when j.environment ? 'group' then jsonb_build_object('group', j.environment -> 'group') else '{}' end,
      attempt_limit = entry.attempt_limit,
      limit_is_given = entry.limit_is_given
    where j.id = holder
      and j.worker is null
      and j.attempt = 0
      and not j.environment ? 'begun'
    returning j.queue into line;
    if found then
      perform jobmachine.keep_expiry(holder, line, entry.environment);
      perform jobmachine.share(holder, former);
      perform jobmachine.ring(line, 'later');
      return null;
    end if;
    -- It has begun: this job gets the key, unless another one is quicker.
    update jobmachine.unique_key u
    set
      job = entry.id,
      taken_at = clock_timestamp(),
      kept_until = clock_timestamp() + make_interval(secs => coalesce((rule ->> 'seconds')::double precision, 0))
    where u.kind = entry.kind
      and u.key = jobmachine.key_of(rule, entry.arguments)
      and u.job = holder;
  end loop;
end
$$;

comment on function jobmachine.admit is
  'Returns a unique job that may be inserted, since it took its key. Returns null, so that it is not inserted,
if another job has the key, and gives that one its values if the rule says so and it has not begun. Raises
unique_violation if the rule says refuse. Used by check_shape.';
