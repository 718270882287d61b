import Foundation

/// A statement of a bank as `accounting.import_statements()` takes it.
struct BankStatement: Encodable {
    /// A booked entry.
    struct Entry: Encodable {
        let bookedOn: Day
        let valueOn: Day?
        /// The amount; negative for a debit.
        let amount: Decimal
        let isReversal: Bool
        /// The bank's reference.
        let reference: String?
        let lines: [Line]
    }

    /// A payment of an entry.
    struct Line: Encodable {
        /// The amount; negative for a debit.
        let amount: Decimal
        let payer: String?
        let payerAccount: String?
        let endToEnd: String?
        let text: String?
        let references: [String]
    }

    let account: String
    let number: String
    let from: Day?
    let to: Day?
    let entries: [Entry]
}
