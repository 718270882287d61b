create or replace function jobmachine.share(
  job bigint,
  "user" text
)
returns void
language sql
as $$
  insert into jobmachine.sharer (job, "user")
  select share.job, share."user"
  where share."user" is not null
    and not exists (
      select from jobmachine.job j where j.id = share.job and j.environment ->> 'user' = share."user")
  on conflict do nothing
$$;

comment on function jobmachine.share is
  'Lets a user who was given the ticket of somebody else''s unique job see it. Used by admit.';
