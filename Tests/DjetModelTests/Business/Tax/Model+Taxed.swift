import DjetModel
import Foundation

extension Model {
    /// Sets a firm in Germany, or elsewhere, as the seller.
    func sells(from country: String = "DE", vatId: String = "DE136695976") async throws {
        _ = try await call(
            SetSeller(name: "A firm", vatId: vatId, address: Address(city: "X", countryCode: country)))
    }

    /// Sets products named after their classes of tax.
    func classed() async throws {
        for taxClass in Product.TaxClass.allCases {
            var product = SetProduct(code: taxClass.rawValue)
            product.taxClass = taxClass
            _ = try await call(product)
        }
    }

    /// Places an order of these products, with a price and perhaps a discount, and invoices it.
    func taxed(
        _ lines: (product: String, quantity: Decimal, price: String)..., number: String? = nil,
        customer: String? = nil, country: String? = nil
    ) async throws -> Invoice {
        let order = try await call(
            PlaceOrder(
                number: number, customer: customer, country: country,
                lines: lines.map {
                    .init(product: $0.product, quantity: $0.quantity, unitPrice: Decimal(string: $0.price))
                }))
        return try await invoice(order.id)
    }

    /// Invoices an order.
    func invoice(_ order: Order.ID) async throws -> Invoice {
        try await call(FindInvoice(invoice: call(InvoiceOrder(order: order)).id))
    }
}

extension Invoice {
    /// The taxes as texts of category, rate, net and tax, such as `S 0.19 0.99 0.19`.
    var taxTexts: [String] {
        taxes.map { "\($0.category.rawValue) \($0.rate.map { "\($0)" } ?? "-") \($0.net) \($0.tax)" }
    }
}
