/// The end of a group, redefined without a count: every other group ends at the first look at it, and the
/// rest never.
enum WithoutCount {
    static let script = """
        create or replace function jobmachine.settle_group("group" bigint)
        returns boolean
        language plpgsql
        as $$
        declare
          one jobmachine.job_group;
        begin
          select g.*
          into one
          from jobmachine.job_group g
          where g.id = settle_group."group"
            and g.id % 2 = 1
            and g.ended_at is null;
          return not found or jobmachine.end_group(one);
        end
        $$;
        """
}
