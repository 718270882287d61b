create or replace function jobmachine.reply_or_raise(
  worker integer,
  ids bigint[],
  attempts integer[],
  replies jsonb[]
)
returns void
language plpgsql
-- Fails soon on a row that somebody has locked: its own attempt waits for it then, and not all of the group.
set lock_timeout = '1s'
as $$
declare
  accepted bigint[] := array(
    select jobmachine.reply(reply_or_raise.worker, reply_or_raise.ids, reply_or_raise.attempts, reply_or_raise.replies));
  refused bigint;
begin
  if cardinality(accepted) < cardinality(reply_or_raise.ids) then
    select min(one.id)
    into refused
    from unnest(reply_or_raise.ids) as one(id)
    where one.id <> all (accepted);
    raise exception 'job % is no longer worker %''s in the attempt that ends it', refused, reply_or_raise.worker
    using errcode = 'DJF01', hint = 'Another worker has it, or it was cancelled: the work of this attempt is undone.';
  end if;
end
$$;

comment on function jobmachine.reply_or_raise(integer, bigint[], integer[], jsonb[]) is
  'Ends jobs with their replies in the transaction that did their work. Raises DJF01, so that the transaction
cannot commit, if the fence refuses one of them, and lock_not_available if somebody keeps one locked for more
than a second.';

create or replace function jobmachine.reply_or_raise(
  worker integer,
  id bigint,
  attempt integer,
  reply jsonb
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  joined jsonb;
  line text;
begin
  if octet_length(reply_or_raise.reply::text) > 65536 then
    perform jobmachine.check_reply('a job''s reply', reply_or_raise.reply);
  end if;
  if to_regclass('jobmachine.history' || to_char(clock_timestamp() at time zone 'UTC', '_YYYYMMDD')) is null then
    perform jobmachine.keep_days();
  end if;
  -- No arrays here: most jobs of the default mode end here, and one is found by its key.
  with done as (
    delete from jobmachine.ending j
    where j.id = reply_or_raise.id
      and j.attempt = reply_or_raise.attempt
      and j.worker = reply_or_raise.worker
    returning 'finished'::jobmachine.status, reply_or_raise.reply, null::jsonb as error, j.*
  )
  insert into jobmachine.ended
  select *
  from done
  returning environment -> 'group', queue into joined, line;
  if not found then
    raise exception 'job % is no longer worker %''s in the attempt that ends it', reply_or_raise.id, reply_or_raise.worker
    using errcode = 'DJF01', hint = 'Another worker has it, or it was cancelled: the work of this attempt is undone.';
  end if;
  if jsonb_typeof(joined) = 'number' then
    -- As note_group_ends does, whose call would cost as much as this.
    insert into jobmachine.group_tally (group_id, finished)
    values (joined::bigint, 1);
  end if;
  perform jobmachine.note_ends(array[reply_or_raise.id], array[line]);
  perform jobmachine.release_dependents(array[reply_or_raise.id]);
end
$$;

comment on function jobmachine.reply_or_raise(integer, bigint, integer, jsonb) is
  'Ends one job with its reply in the transaction that did its work. Raises DJF01, so that the transaction
cannot commit, if the fence refuses it.';
