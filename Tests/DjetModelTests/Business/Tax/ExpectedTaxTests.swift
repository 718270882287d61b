import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// The tax that an order is expected to bear is the one that its invoice bears.
@Suite struct ExpectedTaxTests {
    /// Returns what is expected of an order.
    private static func expected(_ order: Order.ID, in model: Model) async throws -> ExpectedTax? {
        try await model.call(FindOrder(order: order)).expected
    }

    @Test(arguments: ["DE", "FR", "US", nil] as [String?])
    func theInvoiceBearsWhatTheQuotePromised(customer: String?) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.documented()
            let order = try await model.call(
                PlaceOrder(
                    customer: customer, quote: true,
                    lines: [
                        .init(product: "standard", quantity: 3, unitPrice: Decimal(string: "0.33")),
                        .init(product: "reduced", quantity: 1, unitPrice: Decimal(string: "0.5")),
                        .init(product: "exempt", quantity: 2, unitPrice: 7, discount: Decimal(string: "0.1")),
                        .init(product: "standard", quantity: -1, unitPrice: Decimal(string: "0.25")),
                    ]))
            let promised = try #require(try await Self.expected(order.id, in: model))
            _ = try await model.call(ConfirmOrder(order: order.id))
            #expect(try await Self.expected(order.id, in: model) == promised)
            let invoice = try await model.invoice(order.id)
            #expect(promised.taxes == invoice.taxes && promised.tax == invoice.tax)
            #expect(promised.net == invoice.total && promised.gross == invoice.gross)
            #expect(try await Self.expected(order.id, in: model) == nil, "nothing is left to invoice")
        }
    }

    @Test func whatIsLeftOfAnOrderAndAReturnAreExpectedToo() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.documented()
            try await model.received(("standard", 10))
            let order = try await model.ordered(("standard", 10), number: "7")
            _ = try await model.call(ShipOrder(order: order, lines: [.init(line: 1, quantity: 4)]))
            let part = try await model.call(InvoiceOrder(order: order, of: .delivered))
            let left = try #require(try await Self.expected(order, in: model))
            let rest = try await model.call(InvoiceOrder(order: order))
            #expect(rest.id != part.id && left.gross == rest.gross && left.net == rest.total)
            let back = try await model.call(
                PlaceOrder(kind: .return, returnOf: "7", lines: [.init(product: "standard", quantity: -3)]))
            let credit = try #require(try await Self.expected(back.id, in: model))
            let note = try await model.invoice(back.id)
            #expect(credit.gross == note.gross && credit.taxes == note.taxes)
        }
    }

    @Test func whatIsNeverInvoicedIsNotTaxed() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            func placed(_ change: (inout PlaceOrder) -> Void = { _ in }) async throws -> Order.ID {
                var order = PlaceOrder(lines: [.init(product: "A", quantity: 1, unitPrice: 10)])
                change(&order)
                return try await model.call(order).id
            }
            let outside = try #require(try await Self.expected(placed(), in: model))
            #expect(outside.tax == nil && outside.gross == 10)
            #expect(outside.taxes.map(\.category) == [.outside] && outside.taxes.map(\.tax) == [0])
            try await model.sells(from: "JP")
            #expect(try await Self.expected(placed(), in: model) == nil, "no rate is known")
            try await model.sells()
            #expect(try await Self.expected(placed { $0.currency = "USD" }, in: model) == nil)
            let cancelled = try await placed()
            #expect(try await Self.expected(cancelled, in: model)?.tax == Decimal(string: "1.9"))
            _ = try await model.call(CancelOrder(order: cancelled))
            #expect(try await Self.expected(cancelled, in: model) == nil)
        }
    }
}
