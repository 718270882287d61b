-- Functions that run with the rights of the schema's owner, whatever their caller's search path, do what a
-- role has to do: nobody needs a right to write to a table. That costs a call one or two microseconds.
create or replace function jobmachine.rights()
returns table (
  role text,
  "right" text,
  object text
)
language sql
stable
as $$
  with given(role, functions, tables) as (
    values
      (
        '{djet_offload,djet_work,djet_admin}'::text[],
        '{offload,offload_unique,offload_each,offload_many,ticket_of,is_shared,reserve_ids,draw,outcomes,status_of,cut_progress,masked,cancel,tickets_of,read_log,signal,signals_of,
          make_group,offload_group,group_status,group_named,members_of,cancel_group,
          begin_file,add_chunk,finish_file,drop_file,give_files,stored_bytes_of,live_jobs_of,up_to}'::text[],
        '{tickets,shown_tickets,log,file,chunk,migration}'::text[]
      ),
      (
        '{djet_work,djet_admin}',
        '{register,unregister,beat,watch,rank,find_queues,place_of,promote,promote_with,claim,tell_empty,expire_claimed,reply,reply_or_raise,fail,snooze,release,rescue,held_by,
          cancelled_of,progress,take_over,write_log,steps,assert_held,hold,keep_step,drop_steps,note_refusal,
          roll_up,tally_up,declare_schedules,declare_chores,claim_chores,next_chore,end_chore,do_chores,next_due,due_times,status,await_signal,park,drop_signal}',
        '{jobs,schedule,schedules,chores}'
      ),
      (
        -- The jobs page calls and reads these, and what they are made of.
        '{djet_admin}',
        '{cancel_many,retry,retry_many,delete_many,add_schedule,change_schedule,pause_schedule,resume_schedule,run_schedule,
          remove_schedule,reset_schedule,suspend_schedules_of,lock_tally,pause,resume,drop_days,recount,rights,
          oldest_snapshot,oldest_waits,bounds,pulse,queues,running,lines,workers,is_alive,holds,is_paused,history_days,settled_until,
          day_of,live_counts,live_keys,ended_counts,ended_keys,tenant_counts,set_limit,drop_limit,limits,branch_of,rate_text,look_by_bucket,look_by_time,buckets_of_day,bucket,conditions,filter_of,estimate,counting_bytes,flow_of,last_steps,
          heads,dead_workers,frozen_workers,unresponsive_workers,outdated_workers,unclaimed_queues,paused_queues,full_queues,
          unknown_kinds,paused_schedules,late_schedules,failing_chores,missing_days,old_snapshots,bloated_tables,scarce_connections,harmful_settings,excessive_rights}',
        '{shown_jobs,job,unique_key,sharer,expiry,cancellation,history,attempt,dependency,step,queue,worker,tally,tally_mark,total,spread,refusal,queue_limit,queue_use,live_summary,ended_summary,job_id_seq,sent_signal,awaited_signal,job_group,member}'
      )
  )
  select unnest(g.role), 'execute on function', p.oid::regprocedure::text
  from given g
  cross join unnest(g.functions) as named(name)
  left join pg_proc p on p.proname = named.name and p.pronamespace = 'jobmachine'::regnamespace
  union all
  select unnest(g.role), 'select on', c.oid::regclass::text
  from given g
  cross join unnest(g.tables) as named(name)
  left join pg_class c on c.relname = named.name and c.relnamespace = 'jobmachine'::regnamespace
  -- A database that psql alone migrated has no table of migrations.
  where c.oid is not null or named.name <> 'migration'
$$;

comment on function jobmachine.rights is
  'Returns the rights of the roles. djet_offload offloads jobs, waits for tickets, cancels them and sends them
signals, and stores and reads files, but is not told the arguments of jobs; djet_work is a worker, and may do
the same; djet_admin reads everything, and calls all that the jobs page does. Nobody writes to tables.
grant_rights grants them.';
