import DjetStore

/// Books goods that come from a supplier into a warehouse.
///
/// A product that is received is stocked from then on: orders of it are shipped from what is on hand. One
/// that nobody received, counted or declared stocked, such as a fee, is shipped without stock.
///
/// - Throws: ``ModelError/invalid(_:)`` for an invalid line, ``ModelError/notFound(_:)`` for an unknown
///   product without a description or an unknown warehouse, ``ModelError/conflict(_:)`` if something else was
///   received under the key.
public struct ReceiveGoods: ModelFunction {
    /// The name `logistics.receive-goods`.
    public static let name = "logistics.receive-goods"

    /// The goods; at least one line.
    public var lines: [StockLine]

    /// The text by which people find it, such as the number of the delivery note, at most 200 characters.
    public var reference: String?

    /// The warehouse's code; nil means `main`.
    public var warehouse: String?

    /// A key that the caller makes up, at most 200 characters. The same goods under the same key are booked
    /// once; a second call returns the first transfer. Nil books them each time.
    public var key: String?

    /// Creates the receipt of goods.
    public init(
        lines: [StockLine], reference: String? = nil, warehouse: String? = nil, key: String? = nil
    ) {
        self.lines = lines
        self.reference = reference
        self.warehouse = warehouse
        self.key = key
    }

    /// Books the goods and returns the transfer.
    public func run(in model: Model) async throws -> StockTransfer {
        let lines = try StockLine.json(lines)
        let reference = try PlainText.said(reference, as: "reference")
        let warehouse = try PlainText.said(warehouse, as: "warehouse")
        return try await model.database.first(
            """
            select *
            from logistics.receive_goods(\(lines)::jsonb, \(model.now), \(reference), \(warehouse), \(key))
            """,
            as: StockTransfer.self, orThrow: .unavailable("the goods were received but not returned"))
    }
}
