/// The queue's functions with the fence, redefined without it: no check of worker and attempt, no error.
enum WithoutFence {
    static let script = """
        create or replace function jobmachine.reply(
          worker integer, ids bigint[], attempts integer[], replies jsonb[]
        )
        returns setof bigint
        language plpgsql
        as $$
        declare
          groups jsonb[];
          queues text[];
        begin
          with done as (
            delete from jobmachine.ending j
            using unnest(reply.ids, reply.replies) as one(id, reply)
            where j.id = one.id
            returning 'finished'::jobmachine.status, one.reply, null::jsonb as error, j.*
          ), ended as (
            insert into jobmachine.ended
            select *
            from done
          )
          select
            array_agg(done.environment -> 'group') filter (where done.environment ? 'group'),
            array_agg(distinct done.queue)
          into groups, queues
          from done;
          perform jobmachine.note_group_ends(groups, '{}', 'finished');
          perform jobmachine.note_ends(reply.ids, queues);
          perform jobmachine.release_dependents(reply.ids);
          return query select unnest(reply.ids);
        end
        $$;

        create or replace function jobmachine.reply_or_raise(
          worker integer, ids bigint[], attempts integer[], replies jsonb[]
        )
        returns void
        language plpgsql
        as $$
        begin
          perform jobmachine.reply(
            reply_or_raise.worker, reply_or_raise.ids, reply_or_raise.attempts, reply_or_raise.replies);
        end
        $$;

        create or replace function jobmachine.reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb)
        returns void
        language plpgsql
        as $$
        begin
          perform jobmachine.reply(
            reply_or_raise.worker, array[reply_or_raise.id], array[reply_or_raise.attempt],
            array[reply_or_raise.reply]);
        end
        $$;

        create or replace function jobmachine.assert_held(worker integer, id bigint, attempt integer)
        returns void
        language sql
        as '';

        create or replace function jobmachine.keep_step(
          worker integer, id bigint, attempt integer, name text, value jsonb
        )
        returns void
        language plpgsql
        as $$
        begin
          insert into jobmachine.step (job, attempt, name, value)
          values (keep_step.id, keep_step.attempt, keep_step.name, keep_step.value)
          on conflict do nothing;
        end
        $$;
        """
}
