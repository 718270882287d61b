import DjetEngine
import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// Each page leads to the pages of what it names, as far as the visitor may see them.
@Suite struct LinksTests {
    /// Receives, orders, ships, invoices and gets paid for goods of one customer; a part of them comes back.
    private func trade(_ model: Model) async throws {
        _ = try await model.call(
            ReceiveGoods(lines: [.init(product: "A&1", quantity: 9, description: "Tea")]))
        let order = try await model.call(
            PlaceOrder(
                number: "7", customer: "K & Co",
                lines: [.init(product: "A&1", quantity: 3, unitPrice: 10)]))
        _ = try await model.call(ShipOrder(order: order.id))
        _ = try await model.call(InvoiceOrder(order: order.id))
        _ = try await model.call(RecordPayment(amount: 12, customer: "K & Co"))
        _ = try await model.call(ReturnLines(order: order.id, lines: [.init(line: 1, quantity: 1)]))
    }

    private static let customer = "/customers/edit?code=K%20%26%20Co"
    private static let product = "/products/edit?code=A%261"

    /// The addresses to which each page leads.
    private static let links: [(page: String, addresses: [String])] = [
        ("/orders/1", [customer, product, "/invoices/1", "/shipping/1", "/shipping/parcels/1"]),
        ("/orders/2", [customer, product, "/orders/1", "/invoices/2"]),
        ("/invoices/1", [customer, product, "/orders/1", "/payments/1", "/ledger/entries/"]),
        ("/invoices/2", [customer, "/invoices/1", "/orders/2"]),
        ("/shipping/1", [customer, product, "/orders/1"]),
        ("/shipping/parcels/1", [customer, product, "/orders/1", "/shipping/1"]),
        ("/payments/1", [customer, "/invoices/1", "/ledger/entries/"]),
        ("/ledger/entries/1", [customer, "/invoices/1"]),
        ("/ledger/account?code=1200", [customer, "/invoices?kind=invoice&amp;number=1"]),
        ("/stock/product?code=A%261", [product, "/shipping/parcels/1"]),
        (
            customer,
            ["orders", "shipping/parcels", "invoices", "payments", "ledger/open-items", "reminders"].map {
                "/\($0)?customer=K%20%26%20Co"
            }
        ),
        (
            product,
            [
                "/stock/product?code=A%261", "/shipping/backorders?product=A%261",
                "/price-lists/prices?product=A%261",
            ]
        ),
        ("/orders", [customer, "/orders/1", "/invoices/1"]), ("/invoices", [customer, "/orders/1"]),
        ("/payments", [customer, "/payments/1"]), ("/shipping/parcels", [customer, "/shipping/1"]),
        ("/ledger/open-items", [customer]), ("/stock", ["/stock/product?code=A%261"]),
    ]

    @Test func aPageLeadsToWhateverItNames() async throws {
        try await withFunctions { site, database in
            try await trade(database.model())
            let browser = try await Program.browser("ada", roles: .office, site)
            for (page, addresses) in Self.links {
                let answer = try await browser.get(page)
                #expect(answer.status == 200, "\(page): \(answer.body)")
                for address in addresses {
                    #expect(answer.body.contains("href=\"\(address)"), "\(page) leads to \(address)")
                }
            }
            for address in Self.links.flatMap(\.addresses) where !address.hasSuffix("/") {
                let answer = try await browser.get(address.replacing("&amp;", with: "&"))
                #expect(answer.status == 200, "\(address)")
            }
        }
    }

    @Test func nobodyIsLedWhereTheyMayNotGo() async throws {
        try await withFunctions { site, database in
            try await trade(database.model())
            _ = try await site.site.model.call(SetUpRoles())
            let browser = try await Program.browser("ada", roles: ["warehouse"], site)
            let order = try await browser.get("/orders/1")
            #expect(order.status == 200 && order.body.contains("customer K &amp; Co"), "\(order.body)")
            #expect(!order.body.contains("/customers/") && !order.body.contains("/invoices"))
            #expect(order.body.contains(#"href="/shipping/parcels/1""#))
            let seller = try await Program.browser("bob", roles: ["sales"], site)
            let invoice = try await seller.get("/invoices/1")
            #expect(invoice.status == 200 && !invoice.body.contains("/ledger"), "\(invoice.body)")
            #expect(!invoice.body.contains("Settled by"), "the ledger says that")
        }
    }
}
