-- Whoever owns the table could write infinity, of which no page can make seconds.
update jobmachine.job j
set
  offloaded_at = case when isfinite(j.offloaded_at) then j.offloaded_at else now() end,
  claimed_at = case when isfinite(j.claimed_at) is false then now() else j.claimed_at end
where isfinite(j.offloaded_at) is false
  or isfinite(j.claimed_at) is false;

alter table jobmachine.job
  drop constraint job_comes_up_some_day,
  add constraint job_comes_up_some_day check (isfinite(run_at) and isfinite(offloaded_at) and isfinite(claimed_at));
