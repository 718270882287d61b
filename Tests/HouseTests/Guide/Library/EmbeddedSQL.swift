/// The files of a folder `sql`, as the plug-in EmbedSQL writes them.
enum EmbeddedSQL {
    static let files: [(path: String, text: String)] = [
        ("library/migrations/0001_library.sql", tables),
        ("library/functions/count_visits.sql", countVisits),
        ("library/functions/mark_overdue.sql", markOverdue),
    ]

    private static let tables = """
        create table library.book (
          code text primary key,
          title text not null,
          copies integer not null constraint copies_are_not_negative check (copies >= 0),
          lent integer not null default 0 constraint no_more_are_lent_than_there_are check (lent between 0 and copies),
          visits integer not null default 0
        );

        comment on table library.book is
          'A title, with the number of its copies.';

        create table library.loan (
          number bigint generated always as identity primary key,
          book text not null references library.book,
          reader text not null,
          due_at timestamptz not null,
          reminded_at timestamptz,
          returned_at timestamptz
        );

        comment on table library.loan is
          'A copy that a reader has, or had.';

        create index loan_by_due_time on library.loan (due_at)
        where returned_at is null;
        """

    private static let markOverdue = """
        create or replace function library.mark_overdue(
          now timestamptz
        )
        returns setof library.loan
        language sql
        as $$
          update library.loan l
          set reminded_at = mark_overdue.now
          where l.returned_at is null
            and l.due_at < mark_overdue.now
            and coalesce(l.reminded_at < mark_overdue.now - interval '7 days', true)
          returning l.*
        $$;

        comment on function library.mark_overdue is
          'Marks the loans that are overdue and were not reminded of within a week, and returns them.';
        """

    private static let countVisits = """
        create or replace function library.count_visits(
          books text[]
        )
        returns table (visits integer)
        language plpgsql
        as $$
        begin
          update library.book b
          set visits = b.visits + n.visits
          from (
            select u.code, count(*)::integer as visits
            from unnest(count_visits.books) as u (code)
            group by u.code) n
          where b.code = n.code;
          return query
            select coalesce(b.visits, 0)
            from unnest(count_visits.books) with ordinality as u (code, place)
            left join library.book b on b.code = u.code
            order by u.place;
        end
        $$;

        comment on function library.count_visits is
          'Counts a visit to each of these books, and returns how many each has, in the order of the array.';
        """
}
