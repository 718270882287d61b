import DjetStore
public import Foundation

/// Lists the moves of a product, those booked last first, a page at a time.
public struct ListMoves: ModelFunction {
    /// The name `logistics.list-moves`.
    public static let name = "logistics.list-moves"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The goods of the product that went from one place to another in one event.
    public struct Entry: Codable, Sendable, Equatable {
        /// The id of the event.
        public let transferId: Int

        /// Its place in the event, from 1.
        public let position: Int

        /// The kind of the event.
        public let kind: StockTransfer.Kind

        /// The moment in which the goods moved.
        public let happenedAt: Date

        /// The text by which people find it; nil if there is none.
        public let reference: String?

        /// The quantity, above 0.
        public let quantity: Decimal

        /// The code of the place where they lay.
        public let fromPlace: String

        /// The code of the place where they went.
        public let toPlace: String

        /// The number of the order; nil if none has part.
        public let orderNumber: String?

        /// The id of the parcel; nil unless the goods were shipped.
        public let parcelId: Int?
    }

    /// The end of a page: the next one begins after it.
    public struct Mark: Codable, Sendable, Equatable {
        /// The id of the last event.
        public var transfer: Int

        /// The place of the last move in it.
        public var position: Int

        /// Creates the mark of a move.
        public init(transfer: Int, position: Int) {
            self.transfer = transfer
            self.position = position
        }
    }

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The moves.
        public let moves: [Entry]

        /// The `after` of the next page; nil if this is the last.
        public let next: Mark?
    }

    /// The product's exact code.
    public var product: String

    /// The mark where the page before ended.
    public var after: Mark?

    /// The most moves to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of the moves of a product.
    public init(product: String, after: Mark? = nil, limit: Int? = nil) {
        self.product = product
        self.after = after
        self.limit = limit
    }

    /// Reads a page. Throws `ModelError.invalid` for a limit or a mark out of range, or for an invalid text.
    public func run(in model: Model) async throws -> Output {
        let product = try PlainText.argument(product, as: "product")
        if let position = after?.position, Int32(exactly: position) == nil {
            throw ModelError.invalid("after.position: \(position) is no place of a move")
        }
        let page = try await ListedPage<Entry>(limit, in: model) { amount in
            """
            select *
            from logistics.list_moves(
              \(product), \(after?.transfer)::bigint, \(after?.position)::integer, \(amount)::integer)
            """
        }
        return Output(
            moves: page.entries, next: page.last.map { Mark(transfer: $0.transferId, position: $0.position) })
    }
}
