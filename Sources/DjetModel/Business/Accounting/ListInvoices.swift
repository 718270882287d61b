import DjetStore

/// Lists invoices and credit notes, the latest first, a page at a time.
public struct ListInvoices: ModelFunction {
    /// The name `accounting.list-invoices`.
    public static let name = "accounting.list-invoices"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The invoices.
        public let invoices: [InvoiceSummary]

        /// True if one of them bears tax, or states why it bears none.
        public let isTaxed: Bool

        /// The `after` of the next page; nil if this is the last.
        public let next: PageMark?
    }

    /// The series to list; nil for both.
    public var kind: Invoice.Kind?

    /// The invoice's exact number.
    public var number: Int?

    /// The customer's exact code; blanks around it do not count.
    public var customer: String?

    /// The beginning of the order's number.
    public var order: String?

    /// The first day to list.
    public var from: Day?

    /// The last day to list.
    public var to: Day?

    /// The mark where the page before ended.
    public var after: PageMark?

    /// The most invoices to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of all invoices.
    public init() {}

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, an invalid text, or a
    /// period that ends before it begins.
    public func run(in model: Model) async throws -> Output {
        try Day.checkPeriod(from, to)
        let customer = try PlainText.said(customer, as: "customer")
        let order = try PlainText.said(order, as: "order")
        let page = try await ListedPage<InvoiceSummary>(limit, in: model) { amount in
            """
            select *
            from accounting.list_invoices(
              \(kind?.rawValue), \(number)::bigint, \(customer), \(order), \(from?.description)::date,
              \(to?.description)::date, \(after?.day.description)::date, \(after?.id)::bigint,
              \(amount)::integer)
            """
        }
        return Output(
            invoices: page.entries, isTaxed: page.entries.contains { $0.tax != nil },
            next: page.last.map { PageMark(day: $0.issuedOn, id: $0.id) })
    }
}
