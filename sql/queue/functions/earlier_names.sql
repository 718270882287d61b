-- Programs of earlier versions call these beside a database that is migrated already.
create or replace function jobmachine.draw(
  amount integer,
  run_at timestamptz default null
)
returns table (id bigint, "position" bigint)
language sql
as $$
  select r.id, r."position"
  from jobmachine.reserve_ids(draw.amount, draw.run_at) r
$$;

comment on function jobmachine.draw is 'The earlier name of reserve_ids.';

create or replace function jobmachine.hold(
  worker integer,
  id bigint,
  attempt integer
)
returns void
language sql
as $$
  select jobmachine.assert_held(hold.worker, hold.id, hold.attempt)
$$;

comment on function jobmachine.hold is 'The earlier name of assert_held.';

create or replace function jobmachine.tally_up(
  patience interval default '1 second'
)
returns timestamptz
language sql
as $$
  select jobmachine.roll_up(tally_up.patience)
$$;

comment on function jobmachine.tally_up is 'The earlier name of roll_up.';

create or replace function jobmachine.place_of(
  worker integer
)
returns table (rank integer, others integer)
language sql
stable
as $$
  select r.rank, r.others
  from jobmachine.rank(place_of.worker) r
$$;

comment on function jobmachine.place_of is 'The earlier name of rank.';
