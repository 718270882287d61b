-- It has a parameter more: with both there, a call with the old ones would be ambiguous.
drop function if exists jobmachine.release(integer, bigint[], integer[]);
