import DjetStore

/// Makes what was counted in a warehouse what is on hand. The differences go to the losses, or come from
/// there.
///
/// A product that is counted, be it 0, is stocked from then on. Those that are not named stay as they are.
///
/// - Throws: ``ModelError/invalid(_:)`` for an invalid line, ``ModelError/notFound(_:)`` for an unknown
///   product or warehouse, ``ModelError/conflict(_:)`` if more is reserved than was counted.
public struct CountStock: ModelFunction {
    /// The name `logistics.count-stock`.
    public static let name = "logistics.count-stock"

    /// The quantities that were counted, each product once.
    public var lines: [StockLine]

    /// The warehouse's code; nil means `main`.
    public var warehouse: String?

    /// The text by which people find it, at most 200 characters.
    public var reference: String?

    /// Creates the count of a warehouse, or of a part of it.
    public init(lines: [StockLine], warehouse: String? = nil, reference: String? = nil) {
        self.lines = lines
        self.warehouse = warehouse
        self.reference = reference
    }

    /// Books the differences and returns them as a transfer.
    public func run(in model: Model) async throws -> StockTransfer {
        let lines = try StockLine.json(lines)
        let warehouse = try PlainText.said(warehouse, as: "warehouse")
        let reference = try PlainText.said(reference, as: "reference")
        return try await model.database.first(
            "select * from logistics.count_stock(\(lines)::jsonb, \(model.now), \(warehouse), \(reference))",
            as: StockTransfer.self,
            orThrow: .unavailable("the count was booked but not returned"))
    }
}
