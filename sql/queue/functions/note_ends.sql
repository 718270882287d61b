create or replace function jobmachine.note_ends(
  ended bigint[],
  queues text[]
)
returns void
language plpgsql
as $$
begin
  if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
    insert into jobmachine.blind_end (job)
    select each.id
    from unnest(note_ends.ended) as each(id)
    where each.id is not null
    order by each.id
    on conflict do nothing;
  end if;
  if exists (select from jobmachine.queue_limit) then
    perform jobmachine.leave_limits(note_ends.queues);
  end if;
end
$$;

comment on function jobmachine.note_ends is
  'Notes that these jobs end in a transaction that may not see who waits for them, since its snapshot is
older: settle looks again, with the next beat at the latest. Lets others have their places under limits.
queues: those of the jobs. Used by reply, reply_or_raise and end_each.';
