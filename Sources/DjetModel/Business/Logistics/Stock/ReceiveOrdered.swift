import DjetStore

/// Receives in the main warehouse what the open orders lack, of each product as much: for a shop that orders
/// from its supplier what was ordered from it, and gets all of it at once.
///
/// Each product of an open order is stocked from then on. Run again, it receives only what is lacking since.
public struct ReceiveOrdered: ModelFunction {
    /// The name `logistics.receive-ordered`.
    public static let name = "logistics.receive-ordered"

    /// The transfer, if there is one.
    public struct Output: Codable, Sendable, Equatable {
        /// The transfer; nil if nothing is lacking.
        public let transfer: StockTransfer?
    }

    /// The text by which people find it, such as the number of the delivery note, at most 200 characters.
    public var reference: String?

    /// Creates the receipt of all goods that are lacking.
    public init(reference: String? = nil) {
        self.reference = reference
    }

    /// Books the goods and returns the transfer. Throws `ModelError.invalid` for an invalid reference.
    public func run(in model: Model) async throws -> Output {
        let reference = try PlainText.said(reference, as: "reference")
        return Output(
            transfer: try await model.database.first(
                "select * from logistics.receive_ordered(\(model.now), \(reference))", as: StockTransfer.self)
        )
    }
}
