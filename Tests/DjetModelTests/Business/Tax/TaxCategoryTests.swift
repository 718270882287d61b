import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The rule that decides the category of tax.
@Suite struct TaxCategoryTests {
    /// What is sold, by whom, to where, to whom, and whether it is stocked.
    struct Sale: Sendable, CustomTestStringConvertible {
        let category: String
        var taxClass: Product.TaxClass?
        var seller = (country: "DE", vatId: "DE136695976")
        var country: String?
        var vatId: String?
        var isStocked = false

        var testDescription: String {
            "\(seller.country) sells \(taxClass?.rawValue ?? "-") to \(country ?? "-") \(vatId ?? "-")"
        }
    }

    static let british = (country: "GB", vatId: "GB980780684")
    static let french = "FR40303265045"

    @Test(arguments: [
        Sale(category: "S"), Sale(category: "S", taxClass: .standard),
        Sale(category: "S", taxClass: .reduced),
        Sale(category: "Z", taxClass: .zero), Sale(category: "E", taxClass: .exempt),
        Sale(category: "E", taxClass: Product.TaxClass.none), Sale(category: "S", country: "Germany"),
        // Consumers in the EU, and customers with an id of the seller's own country.
        Sale(category: "S", country: "France"), Sale(category: "Z", taxClass: .zero, country: "France"),
        Sale(category: "S", country: "France", vatId: "DE136695976"),
        Sale(category: "S", country: "Germany", vatId: french),
        // Firms in the EU: services, and goods that go there, also to a third member state.
        Sale(category: "AE", country: "France", vatId: french),
        Sale(category: "AE", taxClass: .exempt, country: "Austria", vatId: french),
        Sale(category: "K", country: "France", vatId: french, isStocked: true),
        Sale(category: "K", taxClass: .zero, country: "Austria", vatId: french, isStocked: true),
        // Out of the EU, whoever buys.
        Sale(category: "G", country: "USA"),
        Sale(category: "G", country: "Switzerland", vatId: "CHE100155212"),
        Sale(category: "G", country: "United Kingdom", vatId: "GB980780684", isStocked: true),
        // A seller who is not in the EU.
        Sale(category: "S", seller: british, country: "Wales"),
        Sale(category: "G", seller: british, country: "France", vatId: french),
    ])
    func countriesAndClassesDecide(sale: Sale) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.sells(from: sale.seller.country, vatId: sale.seller.vatId)
            var product = SetProduct(code: "A")
            product.taxClass = sale.taxClass
            _ = try await model.call(product)
            if sale.isStocked { _ = try await model.call(SetStocked(product: "A", isStocked: true)) }
            var customer = SetCustomer(code: "K")
            customer.vatId = sale.vatId
            _ = try await model.call(customer)
            let invoice = try await model.taxed(("A", 1, "10"), customer: "K", country: sale.country)
            #expect(invoice.taxes.map(\.category.rawValue) == [sale.category])
            #expect(invoice.lines.map { $0.taxCategory?.rawValue } == [sale.category])
            #expect((invoice.tax == 0) == (sale.category != "S"))
            let isStated = ["E", "AE", "K", "G"].contains(sale.category)
            #expect((invoice.taxes[0].reason != nil) == isStated)
        }
    }

    @Test func theAddressOfDeliveryComesFirst() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.sells()
            var customer = SetCustomer(code: "K")
            customer.countryCode = "US"
            _ = try await model.call(customer)
            #expect(try await model.taxed(("A", 1, "10"), customer: "K").taxTexts == ["G 0 10 0"])
            let order = try await model.call(
                PlaceOrder(
                    customer: "K", country: "USA", deliveryAddress: Address(city: "Bonn", countryCode: "DE"),
                    lines: [.init(product: "A", quantity: 1, unitPrice: 10)]))
            #expect(try await model.invoice(order.id).taxTexts == ["S 0.19 10 1.9"])
        }
    }

    @Test func withoutASellerWhoIsRegisteredNothingIsTaxed() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.classed()
            func outside() async throws {
                let invoice = try await model.taxed(
                    ("standard", 1, "10"), ("exempt", 1, "5"), country: "France")
                #expect(invoice.tax == nil && invoice.gross == 15 && invoice.total == 15)
                #expect(invoice.taxTexts == ["O - 15 0"])
                #expect(invoice.taxes[0].reasonCode == "VATEX-EU-O")
                #expect(invoice.lines.allSatisfy { $0.taxCategory == .outside && $0.taxRate == nil })
            }
            try await outside()
            try await model.sells()
            _ = try await model.call(SetSeller(clear: [.vatId]))
            try await outside()
            #expect(try await model.balance("2200") == 0)
            let rows = try await database.store.first(
                "select count(*) from accounting.invoice_tax", as: Int.self)
            #expect(rows == 0)
        }
    }
}
