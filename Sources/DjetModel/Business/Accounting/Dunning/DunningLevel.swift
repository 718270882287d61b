public import Foundation

/// A level of reminders.
public struct DunningLevel: Codable, Sendable, Equatable {
    /// The days after the due day from which it applies, from 1 to 365.
    public var days: Int

    /// The fee that the letter asks for; nil for none. Nothing books it.
    public var fee: Decimal?

    /// The title of the letter, at most 200 characters.
    public var title: String

    /// The text of the letter, at most 2,000 characters.
    public var text: String

    /// Creates a level.
    public init(days: Int, fee: Decimal? = nil, title: String, text: String) {
        self.days = days
        self.fee = fee
        self.title = title
        self.text = text
    }
}
