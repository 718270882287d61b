import DjetModel
import Foundation

extension Model {
    /// Sets a seller, customers and a currency, so that nothing is missing for a file by EN 16931.
    func documented() async throws {
        try await sells()
        try await classed()
        _ = try await call(
            SetSeller(
                name: "Seller & Sons", registration: "HRB 1", email: "seller@example.org",
                iban: "DE89 3704 0044 0532 0130 00"))
        _ = try await call(SetCurrency(currency: "EUR"))
        for (code, vatId) in [("DE", nil), ("FR", "FR40303265045"), ("US", nil)] as [(String, String?)] {
            var customer = SetCustomer(code: code)
            customer.name = "<\(code)> & Co"
            customer.email = "buyer@example.org"
            customer.vatId = vatId
            customer.countryCode = code
            customer.invoiceAddress = Address(lines: ["1 High St"], city: "Town", countryCode: code)
            _ = try await call(customer)
        }
    }

    /// Credits an order as a whole, and returns the credit note.
    func credited(_ invoice: Invoice) async throws -> Invoice {
        // What is not delivered comes back only of a closed order.
        _ = try await call(CloseOrder(order: invoice.orderId))
        let order = try await call(
            PlaceOrder(
                kind: .return, returnOf: invoice.orderNumber,
                lines: invoice.lines.map { .init(product: $0.product, quantity: -$0.quantity) }))
        return try await self.invoice(order.id)
    }
}

extension String {
    /// The texts of the elements of a name, in their order.
    func elements(_ name: String) -> [Substring] {
        split(separator: "<\(name)").dropFirst().map {
            $0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
        }
    }
}
