import DjetStore

/// Lists parcels, the latest first, a page at a time.
public struct ListParcels: ModelFunction {
    /// The name `logistics.list-parcels`.
    public static let name = "logistics.list-parcels"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The parcels.
        public let parcels: [ParcelSummary]

        /// The `after` of the next page; nil if this is the last.
        public let next: PageMark?
    }

    /// The order's exact number.
    public var order: String?

    /// The customer's exact code; blanks around it do not count.
    public var customer: String?

    /// The parcel's exact code.
    public var code: String?

    /// The carrier's exact number.
    public var trackingNumber: String?

    /// The first day to list.
    public var from: Day?

    /// The last day to list.
    public var to: Day?

    /// The mark where the page before ended.
    public var after: PageMark?

    /// The most parcels to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of all parcels.
    public init() {}

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, an invalid text, or a
    /// period that ends before it begins.
    public func run(in model: Model) async throws -> Output {
        try Day.checkPeriod(from, to)
        let order = try PlainText.said(order, as: "order")
        let customer = try PlainText.said(customer, as: "customer")
        let code = try PlainText.said(code, as: "code")
        let trackingNumber = try PlainText.said(trackingNumber, as: "trackingNumber")
        let page = try await ListedPage<ParcelSummary>(limit, in: model) { amount in
            """
            select *
            from logistics.list_parcels(
              \(order), \(customer), \(code), \(trackingNumber), \(from?.description)::date,
              \(to?.description)::date, \(after?.day.description)::date, \(after?.id)::bigint,
              \(amount)::integer)
            """
        }
        return Output(parcels: page.entries, next: page.last.map { PageMark(day: $0.shippedOn, id: $0.id) })
    }
}
