-- Old files are found by their age, once a minute by each worker.
create index file_created_at on jobmachine.file (created_at);

-- The jobs of a user are found by history_user, by those who search and by the user alike: one index of users is enough
-- for each job that ends to write.
drop index jobmachine.history_owner;

comment on column jobmachine.job.environment is 'On whose behalf it runs: user, locale, trace. If it was retried: attempts, how many it had at first.';
