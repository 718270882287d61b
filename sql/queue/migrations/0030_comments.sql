-- Comments begin with the noun or the verb, as they do elsewhere.

comment on type jobmachine.rate is
  'A number of jobs that may begin in a number of seconds, evenly spaced but for bursts: a bucket of burst '
  'tokens, which fills at this rate.';

comment on table jobmachine.job is 'The jobs that may still run. A job leaves this table when it ends.';
comment on column jobmachine.job.offloaded_at is 'The time when it was offloaded.';
comment on column jobmachine.job.claimed_at is 'The time when its worker claimed it; null if none has.';
comment on column jobmachine.job.worker is
  'The worker that runs it; null if none does. With attempt, the fence: a report of anybody else is refused.';
comment on column jobmachine.job.attempt is 'The number of times that it has been claimed.';
comment on column jobmachine.job.waiting_for is 'The number of jobs that it still waits for; see dependency.';
comment on column jobmachine.job.kind is
  'The name of the handler that it needs: for a model function, the function''s name.';
comment on column jobmachine.job.arguments is
  'The value that the handler gets: for a model function, the function itself.';
comment on column jobmachine.job.progress is 'The progress: done, of and note; null if none was reported.';
comment on column jobmachine.job.error is 'The error with which its last attempt failed.';
comment on column jobmachine.job.limit_is_given is
  'True if its number of attempts was given by whoever offloaded it. If not, its handler''s number counts '
  'from its first failure on.';
comment on column jobmachine.job.run_at is 'The time before which it does not run.';

comment on function jobmachine.are_queues is
  'Returns true if all of these are names of queues, at least one and at most a hundred: then channels can '
  'be named after them.';

comment on column jobmachine.schedule.missed is
  'The rule for due times at which no worker was there: last makes one job for the last of them, all makes '
  'one for each, none makes none.';
comment on column jobmachine.schedule.overlap is
  'The rule for a due time while the job before is live: skip makes no job, allow makes one.';

comment on function jobmachine.is_environment is
  'Returns true for an object whose user and locale are texts, whose trace holds texts, and whose attempts '
  'is a whole number.';

comment on function jobmachine.is_progress is
  'Returns true for an object whose done and of are whole numbers and whose note is a text; only done must '
  'be there.';

comment on table jobmachine.log is
  'The lines that jobs log while they run, a partition for each day. A line survives the rollback of the '
  'job''s own transaction.';
comment on column jobmachine.log.at is 'The time when it was logged.';
comment on column jobmachine.log.level is
  'The level: trace, debug, info, notice, warning, error or critical.';
comment on column jobmachine.log.message is 'The message, with the values that were logged along with it.';

comment on table jobmachine.history is
  'The jobs that have ended, a partition for each day; old days are dropped whole.';
comment on column jobmachine.history.offloaded_at is 'The time when it was offloaded.';
comment on column jobmachine.history.claimed_at is
  'The time when its last attempt began; null before the first.';
comment on column jobmachine.history.finished_at is 'The time when it ended.';
comment on column jobmachine.history.worker is 'The worker that ran its last attempt; null if none did.';
comment on column jobmachine.history.attempt is 'The number of times that it was claimed.';
comment on column jobmachine.history.attempt_limit is
  'The last attempt: if it failed, the job ended as error.';
comment on column jobmachine.history.status is 'The status: finished, error or cancelled.';
comment on column jobmachine.history.kind is 'The name of the handler that it needed.';
comment on column jobmachine.history.arguments is 'The value that the handler got.';
comment on column jobmachine.history.error is
  'The error: type, message, and the error itself if it could be encoded; null if there was none.';
comment on column jobmachine.history.limit_is_given is
  'True if its number of attempts was given by whoever offloaded it, or by its handler.';
comment on column jobmachine.history.environment is
  'The user and the tenant on whose behalf it ran, and the rest of its environment.';
comment on column jobmachine.history.run_at is 'The time before which it did not run.';

comment on column jobmachine.attempt.started_at is 'The time when it was claimed.';
comment on column jobmachine.attempt.ended_at is 'The time when it failed.';
comment on column jobmachine.attempt.worker is 'The worker that tried.';
comment on column jobmachine.attempt.attempt is 'The number of the attempt, from 1.';
comment on column jobmachine.attempt.error is
  'The error: type, message, and the error itself if it could be encoded.';

comment on column jobmachine.worker.slots is 'The number of jobs that it runs at once, at most.';
comment on column jobmachine.worker.started_at is 'The time when it registered for the first time.';
comment on column jobmachine.worker.lease is
  'The longest silence before it is taken for dead, though its session lives on: it may be frozen, or its '
  'network gone.';
comment on column jobmachine.worker.connected_at is 'The time when the session began that is its life now.';
comment on column jobmachine.worker.silence is
  'The time that it has watched since then, and seen no other: the sum of its waits, each measured by '
  'itself.';
comment on column jobmachine.worker.login is
  'The login of its session, as an oid: a lock of any other does not count.';

comment on column jobmachine.chunk.number is 'The number of the part, from 0.';
comment on column jobmachine.chunk.file is 'The file whose bytes they are.';

comment on table jobmachine.clock is
  'The times that the server''s clock has shown: one row. All that is old is dropped by a time that it '
  'showed some while ago, so that a jump of the clock drops nothing at once.';
comment on column jobmachine.clock.seen is 'The time that it showed when it was last noted.';
comment on column jobmachine.clock.notes is 'The number of notes since upcoming was set, 60 at most.';

comment on table jobmachine.dependency is
  'The jobs that wait for others. A row goes when the job that is needed has finished, or ended at all if '
  'on_end; otherwise it stays, so that those that ended because of it come back with it.';
comment on column jobmachine.dependency.lost_at is
  'The time when the job that waited ended without having run; null as long as it waits.';
comment on column jobmachine.dependency.is_settled is
  'True if the end of the job that is needed is certain to see this row. One that is new may have been '
  'missed by it.';

comment on column jobmachine.file.created_at is 'The time when it was stored.';
comment on column jobmachine.file.mime_type is 'The type of its contents, such as image/png.';
comment on column jobmachine.file.owner is
  'The user who stored it, and may give it to a function; null for nobody in particular.';
comment on column jobmachine.file.written_at is 'The time when bytes were last added.';

comment on table jobmachine.lock is
  'The pieces of work that one transaction at a time may do: it locks the row. An advisory lock could be '
  'taken by anyone who may connect.';
comment on column jobmachine.lock.name is
  'The work: history (making and dropping days), tally (counting), rights (granting), settle (looking after '
  'jobs that wait for others).';
comment on column jobmachine.lock.place is
  'The job behind which the next look of settle goes on, while more jobs wait than one look sees to; 0 '
  'otherwise.';

comment on column jobmachine.queue.paused_by is 'The person who paused it.';
comment on column jobmachine.queue.paused_at is
  'The time since when no worker gets a job from it; null if workers do.';

comment on table jobmachine.refusal is
  'The reports on jobs that were no longer the reporter''s own, which were refused: those of a worker that '
  'was frozen or cut off and had its jobs taken away.';
comment on column jobmachine.refusal.what is
  'The report that was refused: reply, fail, snooze, progress, log, step, transaction or release.';
comment on column jobmachine.refusal.amount is 'The number of refusals.';
comment on column jobmachine.refusal.last_at is 'The time of the last refusal.';

comment on table jobmachine.retention_mark is
  'The marks up to which ended jobs were deleted whose status is kept for less time than others are. No row '
  'is looked at twice.';

comment on column jobmachine.step.done_at is
  'The time when the step''s transaction began, which committed its writes, too.';
comment on column jobmachine.step.attempt is 'The number of the attempt that did it.';
comment on column jobmachine.step.value is
  'The value that it returned: a later attempt is given this instead of doing the step again.';

comment on table jobmachine.tally is
  'The numbers of jobs that ended in each minute, hour and day, so that nobody need count the history.';
comment on column jobmachine.tally.since is 'The beginning of the minute, hour or day, in UTC.';
comment on column jobmachine.tally.amount is 'The number of jobs that ended.';
comment on column jobmachine.tally.status is 'The status with which they ended.';
comment on column jobmachine.tally.kind is 'The name of the handler that they needed.';
