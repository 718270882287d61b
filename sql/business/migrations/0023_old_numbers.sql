-- The orders whose numbers begin with a text are found day by day: many old ones were found by a walk past
-- all that are newer. The condition holds for each row, and keeps the index from looks for a number alone:
-- while there are few orders, a planner takes any index that has the column for as good as another.
create index order_by_day_and_number on sales.order (ordered_on, number) include (id)
where ordered_on is not null;
