/// The run's own tables.
enum ChaosTables {
    static let script = """
        create schema chaos;

        create table chaos.atomic_effect (
          job bigint not null,
          attempt integer not null,
          process integer not null,
          at timestamptz not null default clock_timestamp()
        );

        create table chaos.step_effect (
          job bigint not null,
          attempt integer not null,
          process integer not null,
          at timestamptz not null default clock_timestamp(),
          step text not null
        );

        create table chaos.detached_effect (
          job bigint not null,
          attempt integer not null,
          process integer not null,
          at timestamptz not null default clock_timestamp()
        );

        create table chaos.tick_effect (
          due timestamptz not null,
          job bigint not null,
          attempt integer not null,
          process integer not null
        );

        -- The runs of the chore. One that broke off has no end.
        create table chaos.sweep_effect (
          id bigint generated always as identity primary key,
          run bigint not null,
          process integer not null,
          began_at timestamptz not null default clock_timestamp(),
          ended_at timestamptz
        );

        -- What a question was answered, -1 for nothing in time: a row in each attempt that heard it.
        create table chaos.heard (
          job bigint not null,
          attempt integer not null,
          process integer not null,
          at timestamptz not null default clock_timestamp(),
          answer bigint not null
        );

        -- What the manifest of a group was told, and how many of the group's jobs were live then.
        create table chaos.outcome (
          group_id bigint,
          job bigint not null,
          attempt integer not null,
          process integer not null,
          finished bigint,
          failed bigint,
          cancelled bigint,
          live bigint not null
        );

        -- A group, and all groups within it.
        create function chaos.within("group" bigint) returns table (id bigint) language sql stable as $$
          with recursive inside(id) as (
            select within."group"
            union all
            select g.id from inside i join jobmachine.job_group g on g.outer_group = i.id
          )
          select inside.id from inside
        $$;

        create index on jobmachine.job_group (outer_group);

        create table chaos.sale_effect (
          job bigint not null,
          invoice bigint not null
        );

        -- Proves that no two unique jobs of a key are ever live.
        create unique index sole_job on jobmachine.job ((environment #>> '{unique,key}')) where kind = 'chaos.sole';

        -- Proves that no claim goes beyond a limit, and that jobs have their tenants. Claims under one limit come
        -- one after the other, so that each sees those before it.
        create table chaos.breach (
          job bigint not null,
          key text,
          running bigint not null,
          of_tenant bigint not null
        );

        -- The claims under the rate, numbered in the order in which they came.
        create table chaos.scarce_claim (
          id bigint generated always as identity primary key,
          job bigint not null,
          at timestamptz not null default clock_timestamp()
        );

        create function chaos.note_breach() returns trigger language plpgsql as $$
        begin
          insert into chaos.scarce_claim (job) values (new.id);
          insert into chaos.breach
          select new.id, new.limit_key, count(*), count(*) filter (where j.limit_key = new.limit_key)
          from jobmachine.job j
          where j.queue like 'scarce.%' and j.worker is not null
          having count(*) > 3
            or count(*) filter (where j.limit_key = new.limit_key) > 1
            or new.limit_key is distinct from 'tenant ' || (new.arguments ->> 'number')::bigint % 5;
          return null;
        end $$;

        create trigger breach after update of worker on jobmachine.job
        for each row when (new.queue like 'scarce.%' and new.worker is not null)
        execute function chaos.note_breach();

        -- The journals of all processes, once the run is over; and what jobs say in their transactions.
        create table chaos.said (
          word text not null,
          job bigint,
          number bigint,
          process integer not null,
          text text not null
        );

        -- process is null where everybody was hit.
        create table chaos.fault (
          kind text not null,
          process integer,
          began_at timestamptz not null,
          ended_at timestamptz not null,
          detail text not null
        );

        -- Rows of jobmachine.worker go with their workers.
        create table chaos.worker_seen (
          id integer primary key,
          process integer not null
        );
        """
}
