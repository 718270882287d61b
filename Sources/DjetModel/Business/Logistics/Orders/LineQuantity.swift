import DjetJSON
public import Foundation

/// A quantity of a line of an order that is reserved, shipped or sent back.
public struct LineQuantity: Codable, Sendable, Equatable {
    /// The number of the order's line.
    public var line: Int

    /// The quantity: above 0, at most 4 decimals.
    public var quantity: Decimal

    /// Creates a quantity of a line.
    public init(line: Int, quantity: Decimal) {
        self.line = line
        self.quantity = quantity
    }

    /// Returns the lines as JSON; nil for none.
    static func json(_ lines: [LineQuantity]?) throws -> String? {
        try lines.map { try JSON.text(of: $0) }
    }
}
