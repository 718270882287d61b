import DjetStore

/// Lists invoices and credit notes, the latest first, a page at a time.
public struct ListInvoices: ModelFunction {
    /// `accounting.list-invoices`.
    public static let name = "accounting.list-invoices"
    /// It only reads.
    public static let commit = Commit.detached

    /// A page.
    public struct Output: Codable, Sendable, Equatable {
        /// The invoices.
        public let invoices: [InvoiceSummary]

        /// What to give as `after` for the next page; nil if this is the last.
        public let next: PageMark?
    }

    /// Invoices, or credit notes.
    public var kind: Invoice.Kind?

    /// The number, exactly.
    public var number: Int?

    /// The customer's code, exactly.
    public var customer: String?

    /// How the order's number begins.
    public var order: String?

    /// Not before this day.
    public var from: Day?

    /// Not after this day.
    public var to: Day?

    /// Where the page before ended.
    public var after: PageMark?

    /// How many invoices at the most, from 1 to 1,000; nil is 50.
    public var limit: Int?

    /// All of them.
    public init() {}

    /// Reads a page. Throws `ModelError.invalid` for a limit that is none.
    public func run(in model: Model) async throws -> Output {
        let amount = try ListOrders.amount(limit)
        let invoices = try await model.database.rows(
            """
            select *
            from accounting.list_invoices(
              \(kind?.rawValue), \(number)::bigint, \(customer), \(order), \(from?.description)::date,
              \(to?.description)::date, \(after?.day.description)::date, \(after?.id)::bigint,
              \(amount + 1)::integer)
            """,
            as: InvoiceSummary.self
        )
        let page = Array(invoices.prefix(amount))
        let last = invoices.count > amount ? page.last : nil
        return Output(invoices: page, next: last.map { PageMark(day: $0.issuedOn, id: $0.id) })
    }
}
