create or replace function jobmachine.has_key(
  job bigint,
  taken_at timestamptz,
  rule jsonb
)
returns boolean
language plpgsql
as $$
begin
  case has_key.rule ->> 'while'
    when 'waiting' then
      return exists (
        select from jobmachine.job j 
        where j.id = has_key.job and j.worker is null and j.attempt = 0 and not j.environment ? 'begun');
    when 'within' then
      return has_key.taken_at > clock_timestamp() - make_interval(secs => (has_key.rule ->> 'seconds')::double precision)
        -- One that failed, was cancelled or is no longer kept has none.
        and (
          exists (select from jobmachine.job j where j.id = has_key.job)
          or exists (select from jobmachine.history h where h.id = has_key.job and h.status = 'finished'));
    else
      return exists (select from jobmachine.job j where j.id = has_key.job);
  end case;
end
$$;

comment on function jobmachine.has_key is
  'Returns true if a job that took a key still has it, by the rule of another job that wants it. Used by
take_key.';
