import DjetJSON
public import Foundation

/// A quantity of a product that is received, counted or moved.
public struct StockLine: Codable, Sendable, Equatable {
    /// The product's code.
    public var product: String

    /// The quantity: below 100,000,000, at most 4 decimals, not negative; 0 in a count alone.
    public var quantity: Decimal

    /// The name of a product that is not known yet: it is added. Nil means that it is known.
    public var description: String?

    /// Creates a line.
    public init(product: String, quantity: Decimal, description: String? = nil) {
        self.product = product
        self.quantity = quantity
        self.description = description
    }

    /// Returns the lines as JSON, with the meaning of their texts. Throws `ModelError.invalid` for a text
    /// that has none.
    static func json(_ lines: [StockLine]) throws -> String {
        try JSON.text(
            of: lines.enumerated().map { index, line in
                StockLine(
                    product: try PlainText.argument(line.product, as: "lines[\(index)].product"),
                    quantity: line.quantity,
                    description: try line.description.map {
                        try PlainText.argument($0, as: "lines[\(index)].description", .prose)
                    })
            })
    }
}
