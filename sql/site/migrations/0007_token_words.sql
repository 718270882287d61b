-- One word for one thing, in requests, answers, pages and here.

alter table djet.token rename column title to purpose;
alter table djet.token rename column scopes to rights;
alter table djet.token rename constraint token_title_is_one_plain_line to token_purpose_is_one_plain_line;
alter table djet.token rename constraint token_has_known_scopes to token_has_known_rights;

-- Their parameters or columns have other names.
drop function if exists djet.add_token(text, text, text[], text, integer, text, timestamptz, text);
drop function if exists djet.bearer_of(text, timestamptz);
drop function if exists djet.tokens_of(text, timestamptz);
