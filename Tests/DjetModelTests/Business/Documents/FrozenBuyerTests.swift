import DjetModel
import DjetTestSupport
import Foundation
import Testing

@testable import DjetStore

/// A later change of a customer does not reach the documents of an issued invoice.
@Suite struct FrozenBuyerTests {
    /// Changes all that is known of a customer, and moves the firm to another street.
    private static func change(_ code: String, in model: Model) async throws {
        var customer = SetCustomer(code: code)
        (customer.name, customer.vatId, customer.email) = ("Renamed", "DE136695976", "new@example.org")
        customer.countryCode = "FR"
        customer.invoiceAddress = Address(lines: ["2 Low St"], city: "Elsewhere", countryCode: "FR")
        customer.deliveryAddress = Address(lines: ["3 Low St"], countryCode: "AT")
        _ = try await model.call(customer)
    }

    @Test func aChangedCustomerChangesNoIssuedInvoice() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.documented()
            let invoice = try await model.taxed(("standard", 1, "10"), number: "7", customer: "FR")
            let issued = try await model.call(FindDocument(invoice: invoice.id))
            #expect(issued.buyer.name == "<FR> & Co" && issued.buyer.vatId == "FR40303265045")
            try await Self.change("FR", in: model)
            #expect(try await model.call(FindDocument(invoice: invoice.id)) == issued)
            let xml = try await model.call(WriteUBL(invoice: invoice.id)).xml
            #expect(xml.contains("FR40303265045") && xml.contains("1 High St") && !xml.contains("Renamed"))
            let later = try await model.taxed(("standard", 1, "10"), customer: "FR")
            #expect(try await model.call(FindDocument(invoice: later.id)).buyer.name == "Renamed")
        }
    }

    /// An order that was placed before anybody knew an address has none of its own.
    @Test func anAddressThatOnlyTheCustomerHasIsFrozen() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.documented()
            let order = try await model.call(
                PlaceOrder(customer: "N", lines: [.init(product: "standard", quantity: 1, unitPrice: 10)]))
            #expect(order.invoiceAddress == nil)
            var customer = SetCustomer(code: "N")
            customer.invoiceAddress = Address(lines: ["1 High St"], countryCode: "DE")
            _ = try await model.call(customer)
            let invoice = try await model.invoice(order.id)
            let issued = try await model.call(FindDocument(invoice: invoice.id))
            #expect(issued.buyer.address?.lines == ["1 High St"])
            customer.invoiceAddress = Address(lines: ["2 Low St"], countryCode: "FR")
            _ = try await model.call(customer)
            #expect(try await model.call(FindDocument(invoice: invoice.id)) == issued)
        }
    }

    /// A customer of an import is only a code. The norm asks for a name, which somebody says later.
    @Test func whatNobodyKnewIsCompletedButForTheVATID() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.documented()
            let invoice = try await model.taxed(("standard", 1, "10"), customer: "K")
            try await Self.change("K", in: model)
            let buyer = try await model.call(FindDocument(invoice: invoice.id)).buyer
            #expect(buyer.name == "Renamed" && buyer.address?.city == "Elsewhere")
            #expect(buyer.vatId == nil, "the invoice was taxed as that of somebody without")
            // A country was known, so that no street is taken from elsewhere.
            let imported = try await model.taxed(("standard", 1, "10"), customer: "L", country: "Germany")
            try await Self.change("L", in: model)
            let document = try await model.call(FindDocument(invoice: imported.id))
            #expect(document.buyer.address == Address(countryCode: "DE") && document.buyer.name == "Renamed")
            #expect(document.deliveryAddress == Address(countryCode: "DE"))
        }
    }

    @Test func aCreditNoteBearsTheVATIDOfItsInvoice() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.documented()
            let invoice = try await model.taxed(("standard", 1, "10"), number: "7", customer: "FR")
            var customer = SetCustomer(code: "FR")
            customer.clear = [.vatId]
            _ = try await model.call(customer)
            let note = try await model.credited(invoice)
            let document = try await model.call(FindDocument(invoice: note.id))
            #expect(document.buyer.vatId == "FR40303265045")
            #expect(document.taxes.map(\.category) == [.reverseCharge])
        }
    }

    @Test func theInvoicesOfBeforeHaveTheCustomerOfTheMigration() async throws {
        try await withDatabase { database in
            let business = try Business.sql()
            let old = try SQLSet(home: "business", files: business.files.filter { ($0.number ?? 99) <= 18 })
            _ = try await Migrator([old]).migrate(database.store)
            for statement in [
                """
                insert into sales.customer (code, name, vat_id, country)
                values ('K', 'Old name', 'FR40303265045', 'France')
                """,
                """
                insert into sales.order (ordered_on, line_count, total, number, customer)
                values ('2026-01-01', 1, 4, 'O1', 'K')
                """,
                """
                insert into accounting.invoice (
                  number, order_id, issued_on, line_count, total, kind, order_number, customer)
                select 1, id, '2026-01-02', 1, 4, 'invoice', number, customer
                from sales.order
                """,
            ] as [Statement] {
                try await database.store.query(statement)
            }
            _ = try await Migrator([business]).migrate(database.store)
            let model = database.model()
            try await Self.change("K", in: model)
            let found = try await database.store.first(
                """
                select (buyer ->> 'name') || ' ' || (buyer ->> 'vatId') || ' ' || (buyer #>> '{address,countryCode}')
                from accounting.find_documents('{1}')
                """, as: String.self)
            #expect(found == "Old name FR40303265045 FR")
            let frozen = await #expect(throws: StoreError.self) {
                try await database.store.query("update accounting.earlier_buyer set buyer = '{}'")
            }
            #expect(frozen?.sqlState?.rawValue == "DJ409")
        }
    }
}
