import DjetStore
public import Foundation

/// Adds up all moves and all reservations, and compares them with what is kept as on hand.
///
/// There is never a difference, unless somebody has switched the tables' triggers off. It reads all moves.
public struct CheckStock: ModelFunction {
    /// The name `logistics.check-stock`.
    public static let name = "logistics.check-stock"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A product in a warehouse whose figures differ.
    public struct Difference: Codable, Sendable, Equatable {
        /// The product's code.
        public let product: String

        /// The warehouse's code.
        public let place: String

        /// The sum of the moves.
        public let moved: Decimal

        /// The quantity that is kept as on hand.
        public let quantity: Decimal

        /// The sum of the reservations.
        public let kept: Decimal

        /// The quantity that is kept as reserved.
        public let reserved: Decimal
    }

    /// Creates the check of all stock.
    public init() {}

    /// Returns the differences, by product and warehouse.
    public func run(in model: Model) async throws -> [Difference] {
        try await model.database.rows("select * from logistics.stock_differences()", as: Difference.self)
    }
}
