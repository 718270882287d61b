comment on column jobmachine.refusal.what is 'What was refused: reply, fail, progress, log, step, transaction or release.';
