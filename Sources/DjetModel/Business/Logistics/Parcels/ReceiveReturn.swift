import DjetStore

/// Books goods that a customer sends back into a warehouse. ``ReturnLines`` does so too, and credits them.
///
/// - Throws: ``ModelError/invalid(_:)`` for an invalid line, ``ModelError/notFound(_:)`` for an unknown
///   order, line or warehouse, ``ModelError/conflict(_:)`` for more than was delivered and has not come back,
///   and if something else came back under the key.
public struct ReceiveReturn: ModelFunction {
    /// The name `logistics.receive-return`.
    public static let name = "logistics.receive-return"

    /// The id of the order with which the goods went out.
    public var order: Order.ID

    /// The lines that come back; at least one.
    public var lines: [LineQuantity]

    /// The warehouse's code; nil means `main`.
    public var warehouse: String?

    /// The text by which people find it, at most 200 characters.
    public var reference: String?

    /// A key that the caller makes up, at most 200 characters. The same under the same key is booked once; a
    /// second call returns the first transfer. Nil books it each time.
    public var key: String?

    /// Creates the receipt of goods that come back.
    public init(
        order: Order.ID, lines: [LineQuantity], warehouse: String? = nil, reference: String? = nil,
        key: String? = nil
    ) {
        self.order = order
        self.lines = lines
        self.warehouse = warehouse
        self.reference = reference
        self.key = key
    }

    /// Books the goods and returns the transfer.
    public func run(in model: Model) async throws -> StockTransfer {
        let lines = try LineQuantity.json(lines)
        let warehouse = try PlainText.said(warehouse, as: "warehouse")
        let reference = try PlainText.said(reference, as: "reference")
        return try await model.database.first(
            """
            select *
            from logistics.receive_return(
              \(order), \(lines)::jsonb, \(model.now), \(warehouse), \(reference), \(key))
            """,
            as: StockTransfer.self, orThrow: .unavailable("the return was booked but not returned"))
    }
}
