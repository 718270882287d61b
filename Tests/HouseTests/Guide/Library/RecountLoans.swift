import DjetModel
import DjetStore

/// Brings the numbers of lent copies in line with the loans.
struct RecountLoans: ModelFunction {
    static let name = "library.recount-loans"

    func run(in model: Model) async throws -> Int {
        let changed = try await model.database.rows(
            """
            update library.book b
            set lent = n.lent
            from (
              select k.code, count(l.number)::integer as lent
              from library.book k
              left join library.loan l on l.book = k.code and l.returned_at is null
              group by k.code) n
            where b.code = n.code and b.lent <> n.lent
            returning b.code
            """, as: String.self)
        return changed.count
    }
}
