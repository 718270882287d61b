create or replace function jobmachine.ended_keys(
  filter jsonb default '{}',
  before timestamptz default null,
  before_id bigint default -1,
  amount integer default 51,
  patience interval default '1 second'
)
returns table (
  ids bigint[],
  times timestamptz[],
  looked bigint,
  back_to timestamptz,
  back_to_id bigint,
  is_whole boolean
)
language plpgsql
stable
security definer
set search_path = pg_catalog, pg_temp
set jit = off
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
declare
  wanted constant jsonb := jobmachine.filter_of(ended_keys.filter);
  deadline constant timestamptz := clock_timestamp() + least(greatest(ended_keys.patience, '0'), interval '1 hour');
  since constant timestamptz := coalesce((wanted ->> 'since')::timestamptz, '-infinity');
  until constant timestamptz := coalesce((wanted ->> 'until')::timestamptz, 'infinity');
  is_oldest constant boolean := coalesce(wanted ->> 'order' = 'oldest', false);
  bound constant timestamptz := case when is_oldest then until else since end;
  has_words constant boolean := wanted ->> 'words' is not null;
  has_buckets constant boolean := wanted ?| '{queue,kind,status,worker}';
  by_buckets boolean := wanted ->> 'user' is not null;
  breadth constant integer := case when has_words then 1000 else ended_keys.amount end;
  reach integer := case when has_words then 1000 else 500 end;
  buckets integer[];
  workers integer[];
  part record;
  chunk record;
begin
  ids := '{}';
  times := '{}';
  looked := 0;
  if is_oldest then
    back_to := greatest(ended_keys.before, since);
    back_to_id := case when ended_keys.before >= back_to then ended_keys.before_id else -1 end;
  else
    back_to := least(ended_keys.before, until);
    back_to_id := case when ended_keys.before <= back_to then ended_keys.before_id else -1 end;
  end if;
  is_whole := true;
  <<days>>
  for part in
    select days.name, case when is_oldest then days.day + interval '1 day' else days.day end as edge
    from jobmachine.history_days() days
    where days.day < case when is_oldest then until else back_to end
      and days.day + interval '1 day' > case when is_oldest then back_to else since end
    order by case when is_oldest then days.day end, days.day desc
  loop
    buckets := null;
    loop
      if by_buckets and buckets is null then
        execute jobmachine.buckets_of_day(part.name, wanted) into buckets, workers;
        if cardinality(buckets) = 0 then
          back_to := part.edge;
          back_to_id := -1;
          is_whole := clock_timestamp() <= deadline;
          exit days when not is_whole;
          exit;
        end if;
        reach := greatest(8, breadth / cardinality(buckets));
      end if;

      if by_buckets then
        execute jobmachine.look_by_bucket(part.name, wanted)
        into chunk
        using bound, back_to, back_to_id, reach, buckets, workers;
        reach := greatest(reach, least(reach * 2, 4 * breadth / cardinality(buckets)));
      else
        execute jobmachine.look_by_time(part.name, wanted)
        into chunk
        using bound, back_to, back_to_id, reach;
      end if;
      ids := ids || chunk.ids;
      times := times || chunk.times;
      looked := looked + chunk.looked;
      back_to := case when chunk.is_done then part.edge else chunk.back_to end;
      back_to_id := case when chunk.is_done then -1 else chunk.back_to_id end;

      if cardinality(ids) >= ended_keys.amount or clock_timestamp() > deadline then
        is_whole := false;
        exit days;
      end if;
      exit when chunk.is_done;
      -- If few of the newest jobs suit, the rest of the search goes by their buckets.
      by_buckets := by_buckets or has_buckets and (not has_words or chunk.suiting * 10 < chunk.looked);
    end loop;
  end loop;
  ids := ids[1:ended_keys.amount];
  times := times[1:ended_keys.amount];
  return next;
end
$$;

comment on function jobmachine.ended_keys is
  'Returns the ids and times of ended jobs that match a filter (see conditions), newest end first, from before
a time and id on. It stops at the amount, or when its patience is over. looked is how many jobs it has
examined, back_to and back_to_id are where the search can go on, and is_whole is true if nothing is left. With
the order oldest in the filter it is the other way around: oldest end first, from behind a time and id on.';
