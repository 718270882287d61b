import DjetStore

/// Books goods out of one warehouse and into another.
///
/// - Throws: ``ModelError/invalid(_:)`` for an invalid line, ``ModelError/notFound(_:)`` for an unknown
///   product or warehouse, ``ModelError/conflict(_:)`` if there is not so much that nobody has reserved.
public struct MoveStock: ModelFunction {
    /// The name `logistics.move-stock`.
    public static let name = "logistics.move-stock"

    /// The goods; at least one line.
    public var lines: [StockLine]

    /// The code of the warehouse that they leave.
    public var from: String

    /// The code of the warehouse that gets them.
    public var to: String

    /// The text by which people find it, at most 200 characters.
    public var reference: String?

    /// Creates the move of goods.
    public init(lines: [StockLine], from: String, to: String, reference: String? = nil) {
        self.lines = lines
        self.from = from
        self.to = to
        self.reference = reference
    }

    /// Books the move and returns the transfer.
    public func run(in model: Model) async throws -> StockTransfer {
        let lines = try StockLine.json(lines)
        let from = try PlainText.argument(from, as: "from")
        let to = try PlainText.argument(to, as: "to")
        let reference = try PlainText.said(reference, as: "reference")
        return try await model.database.first(
            "select * from logistics.move_stock(\(lines)::jsonb, \(model.now), \(from), \(to), \(reference))",
            as: StockTransfer.self,
            orThrow: .unavailable("the goods were moved but not returned"))
    }
}
