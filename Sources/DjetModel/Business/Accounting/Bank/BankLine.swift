public import Foundation

/// A line of a bank statement: an entry, or a payment of an entry for several.
public struct BankLine: Codable, Sendable, Equatable {
    /// The state of a line.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// It waits on the clearing list.
        case toAssign = "to-assign"
        /// It names its invoices, which it settles.
        case reference
        /// It settles the payer's invoice of its amount.
        case amount
        /// It settles the payer's items, due first.
        case customer
        /// A person has assigned it.
        case assigned
        /// A person has said that it is no payment of a customer.
        case setAside = "set-aside"
        /// Its payment was reversed: it can be assigned again.
        case reversed
        /// It left the account.
        case debit
        /// It undoes another one.
        case reversal
    }

    /// The key of the line.
    public let id: Int

    /// The day on which the bank booked it.
    public let day: Day

    /// The amount; negative if it left the account.
    public let amount: Decimal

    /// The account at the bank.
    public let bankAccount: String

    /// The bank's number of the statement.
    public let statement: String

    /// The name of the other side.
    public let payer: String?

    /// The account of the other side.
    public let payerAccount: String?

    /// The bank's reference.
    public let reference: String?

    /// The text that the payer wrote, or else the bank.
    public let text: String?

    /// The state.
    public let state: State

    /// The reason why it waits.
    public let why: String?

    /// The customer's code, where it is booked.
    public let customer: String?

    /// The payment that it became.
    public let paymentId: Int?
}
