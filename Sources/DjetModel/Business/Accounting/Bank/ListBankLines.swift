import DjetStore

/// Lists the lines of bank statements, the latest first, a page at a time.
public struct ListBankLines: ModelFunction {
    /// The name `accounting.list-bank-lines`.
    public static let name = "accounting.list-bank-lines"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The lines.
        public let lines: [BankLine]

        /// The `after` of the next page; nil if this is the last.
        public let next: PageMark?
    }

    /// True to list only what waits on the clearing list.
    public var toAssign: Bool?

    /// The first day to list.
    public var from: Day?

    /// The last day to list.
    public var to: Day?

    /// The mark where the page before ended.
    public var after: PageMark?

    /// The most lines to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of all lines, or of those to assign.
    public init(toAssign: Bool? = nil) {
        self.toAssign = toAssign
    }

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, or a period that ends
    /// before it begins.
    public func run(in model: Model) async throws -> Output {
        try Day.checkPeriod(from, to)
        let state: String? = toAssign == true ? BankLine.State.toAssign.rawValue : nil
        let page = try await ListedPage<BankLine>(limit, in: model) { amount in
            """
            select *
            from accounting.list_bank_lines(
              \(state), \(from?.description)::date, \(to?.description)::date,
              \(after?.day.description)::date, \(after?.id)::bigint, \(amount)::integer)
            """
        }
        return Output(lines: page.entries, next: page.last.map { PageMark(day: $0.day, id: $0.id) })
    }
}
