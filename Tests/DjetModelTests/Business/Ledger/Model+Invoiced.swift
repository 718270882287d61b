import DjetModel
import Foundation

extension Model {
    /// Places an order of one line and invoices it; a negative amount is a return and its credit note.
    @discardableResult
    func invoiced(_ amount: Decimal, customer: String? = "K") async throws -> InvoiceSummary {
        let order = try await call(
            PlaceOrder(
                customer: customer, kind: amount < 0 ? .return : .order,
                lines: [.init(product: "A", quantity: amount < 0 ? -1 : 1, unitPrice: abs(amount))]))
        return try await call(InvoiceOrder(order: order.id))
    }

    /// The open amounts of a customer, or of all, due first.
    func open(_ customer: String? = nil) async throws -> [Decimal] {
        try await call(OpenItems(customer: customer)).items.map(\.open)
    }

    /// The balance of an account; positive is debit.
    func balance(_ account: String) async throws -> Decimal? {
        try await call(TrialBalance()).accounts.first { $0.account == account }?.closing
    }
}
