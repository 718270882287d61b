comment on column jobmachine.refusal.what is 'What was refused: reply, fail, snooze, progress, log, step, transaction or release.';
comment on column jobmachine.job.environment is
  'On whose behalf it runs: user, locale, trace. If it was retried or snoozed: attempts, how many it had at first.';
comment on column jobmachine.job.attempt_limit is
  'A failure of this attempt or a later one is final. It grows with each snooze, which does not count, and with each retry.';
