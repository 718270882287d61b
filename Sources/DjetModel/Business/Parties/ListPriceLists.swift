import DjetStore

/// Lists the lists of prices by code, a page at a time; or those that a search finds: first by the beginning
/// of their code, then of their name.
public struct ListPriceLists: ModelFunction {
    /// The name `sales.list-price-lists`.
    public static let name = "sales.list-price-lists"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The lists of prices.
        public let lists: [PriceList]

        /// The `after` of the next page; nil if this is the last.
        public let next: SearchMark?
    }

    /// The beginning of a code or a name, in capitals or not; nil for all.
    public var search: String?

    /// The mark where the page before ended.
    public var after: SearchMark?

    /// The most lists to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of all, or of what is searched for.
    public init(search: String? = nil, after: SearchMark? = nil, limit: Int? = nil) {
        self.search = search
        self.after = after
        self.limit = limit
    }

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, or for an invalid text.
    public func run(in model: Model) async throws -> Output {
        let page = try await SearchPage<PriceList>(search, limit: limit, in: model) { search, amount in
            """
            select *
            from sales.list_price_lists(
              \(search), \(after?.way.rawValue), \(after?.code), \(amount)::integer)
            """
        }
        return Output(lists: page.entries, next: page.next)
    }
}
