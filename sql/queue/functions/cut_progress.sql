create or replace function jobmachine.cut_progress(
  progress jsonb,
  note_length integer
)
returns jsonb
language sql
stable
as $$
  select case
    when jsonb_typeof(cut_progress.progress -> 'done') = 'number'
      and left(cut_progress.progress ->> 'done', 20) ~ '^-?[0-9]{1,18}$'
    then jsonb_build_object(
      'done', cut_progress.progress -> 'done',
      'of', case
        when jsonb_typeof(cut_progress.progress -> 'of') = 'number'
          and left(cut_progress.progress ->> 'of', 20) ~ '^-?[0-9]{1,18}$'
        then cut_progress.progress -> 'of'
      end,
      'note', left(cut_progress.progress ->> 'note', cut_progress.note_length)
        || case when length(cut_progress.progress ->> 'note') > cut_progress.note_length then '…' else '' end)
  end
$$;

comment on function jobmachine.cut_progress is
  'Returns a job''s progress with its note cut to a length, and … if that was longer;
null if the progress has another shape. Used by the views of pages and lists.';
