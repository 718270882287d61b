create or replace function jobmachine.mended_environment(
  environment jsonb
)
returns jsonb
language sql
immutable
as $$
  select case
    when jsonb_typeof(mended_environment.environment) is distinct from 'object' then '{}'
    when jobmachine.is_environment(mended_environment.environment)
      and jobmachine.is_short_environment(mended_environment.environment)
      then mended_environment.environment
    else (
      select coalesce(jsonb_object_agg(kept.key, kept.value), '{}')
      from jsonb_each(mended_environment.environment) as kept
      where kept.key in ('user', 'locale')
        and jobmachine.is_environment(jsonb_build_object(kept.key, kept.value))
        and octet_length(kept.value::text) <= 8192
        or kept.key = 'tenant'
        and jsonb_typeof(kept.value) = 'string'
        and length(kept.value #>> '{}') between 1 and 60
    )
  end
$$;

comment on function jobmachine.mended_environment is
  'Returns an environment as it is if it has its shape and length, and otherwise only its user, its locale and
its tenant, where they are short texts. Used by bring_back.';
