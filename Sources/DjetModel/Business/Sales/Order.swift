public import Foundation

/// An order with its lines, or a return.
public struct Order: Codable, Sendable, Equatable {
    /// The key that model functions take.
    public typealias ID = Int

    /// The key that functions and addresses use; people use `number`.
    public let id: ID

    /// Whether goods are ordered, or taken back.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Goods are ordered; its total is not negative.
        case order
        /// Goods are taken back.
        case `return`
    }

    /// The number, as people and files spell it.
    public let number: String

    /// Whether it is an order or a return.
    public let kind: Kind

    /// True if it is a return.
    public let isReturn: Bool

    /// The day of the order; the day of the import where the file had no date.
    public let orderedOn: Day

    /// The customer's code; nil for a walk-in.
    public let customer: String?

    /// Where the order goes, or came from.
    public let country: String?

    /// The sum of the lines' amounts; as a rule negative for a return.
    public let total: Decimal

    /// The number of lines.
    public let lineCount: Int

    /// The first 1,000 of the lines, in the order of their numbers; of an order that was asked for with a line to begin
    /// behind, those that follow it. ``lineCount`` counts all of them.
    public let lines: [LineItem]
}
