create or replace function djet.add_approval(
  ticket text,
  signal text,
  question text,
  whom text,
  within interval,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns text
language plpgsql
volatile
as $$
declare
  token constant text := djet.new_token();
  path constant text := (select n.path from djet.node n where n.basetype = 'approval' limit 1);
  refusal constant text := case
    when (length(add_approval.ticket) between 1 and 60) is not true then 'an approval needs the ticket of a job'
    when (length(add_approval.signal) <= 60 and add_approval.signal ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$') is not true
      then format('“%s” is not a signal''s name', coalesce(left(add_approval.signal, 60), 'null'))
    when (length(add_approval.question) between 1 and 2000) is not true
      then 'the question of an approval must have 1 to 2,000 characters'
    when length(add_approval.whom) > 200 then 'the person who is asked must have at most 200 characters'
    when (add_approval.within between interval '1 second' and interval '366 days') is not true
      then 'an approval must be valid for 1 second to 366 days'
  end;
begin
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  elsif path is null then
    raise exception using
      errcode = 'DJ409',
      message = 'no node answers links to approve',
      -- A basetype is known as soon as a site that has it has started once.
      hint = case
        when exists (select from djet.basetype b where b.name = 'approval') then
          'Add one at a free path: djet nodes add /approve approval --title Approval --hidden '
          '--allow everyone=view,use --allow users=view,use'
        else 'Make the link by djet signal --link, which adds one; or start the site once, and try again.'
      end;
  end if;
  delete from djet.approval a
  where a.token_hash in (
    select e.token_hash from djet.approval e where e.expires_at <= at limit 100 for update skip locked);
  insert into djet.approval (created_at, expires_at, token_hash, ticket, signal, question, whom)
  values (
    at, at + add_approval.within, djet.token_hash(token), add_approval.ticket, add_approval.signal,
    add_approval.question, add_approval.whom);
  perform djet.enter_audit(
    by, 'approval.add', add_approval.ticket,
    jsonb_build_object('signal', add_approval.signal, 'whom', add_approval.whom, 'expires', at + add_approval.within),
    address, at);
  return path || '?link=' || token;
end
$$;

comment on function djet.add_approval is
  'Makes a link with which one person may answer a question once: the answer is a signal, true or false, to '
  'the job of a ticket. Returns the path with the token, now and never again, and deletes links that are '
  'over. Raises DJ400, and DJ409 if no node answers such links.';
