import DjetStore

/// Lists customers. See ``ListParties``.
public typealias ListCustomers = ListParties<CustomerRole>

/// Lists suppliers. See ``ListParties``.
public typealias ListSuppliers = ListParties<SupplierRole>

/// Lists customers or suppliers by code, a page at a time; or those that a search finds: first by the
/// beginning of their code, then of their name, their e-mail and their VAT id.
public struct ListParties<Role: PartyRole>: ModelFunction {
    /// The name `sales.list-customers` or `sales.list-suppliers`.
    public static var name: String { "sales.list-\(Role.word)s" }
    /// Runs without a transaction, since it only reads.
    public static var commit: Commit { .detached }

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The parties.
        public let parties: [Party]

        /// The `after` of the next page; nil if this is the last.
        public let next: SearchMark?
    }

    /// The beginning of a code, a name, an e-mail or a VAT id, in capitals or not; nil for all.
    public var search: String?

    /// The mark where the page before ended.
    public var after: SearchMark?

    /// The most parties to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of all, or of what is searched for.
    public init(search: String? = nil, after: SearchMark? = nil, limit: Int? = nil) {
        self.search = search
        self.after = after
        self.limit = limit
    }

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, or for an invalid text.
    public func run(in model: Model) async throws -> Output {
        let page = try await SearchPage<Party>(search, limit: limit, in: model) { search, amount in
            """
            select *
            from sales.list_parties(
              \(Role.word), \(search), \(after?.way.rawValue), \(after?.code), \(amount)::integer)
            """
        }
        return Output(parties: page.entries, next: page.next)
    }
}
