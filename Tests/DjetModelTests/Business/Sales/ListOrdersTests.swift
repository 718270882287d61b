import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ListOrdersTests {
    /// Places orders 1 to `count`, three a day, every second one by customer A.
    static func place(_ count: Int, in model: Model) async throws {
        for number in 1...count {
            let order = PlaceOrder(
                number: "\(number)", customer: number.isMultiple(of: 2) ? "A" : nil,
                orderedOn: Day(year: 2010, month: 12, day: 1 + number / 3),
                lines: [.init(product: "P", quantity: 1, unitPrice: Decimal(number - 1))])
            _ = try await model.call(order)
        }
    }

    static func numbers(_ list: ListOrders, in model: Model) async throws -> [String] {
        try await model.call(list).orders.map(\.number)
    }

    @Test func pagesFollowEachOtherWithoutGapOrRepetition() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await Self.place(11, in: model)
            var list = ListOrders()
            list.limit = 4
            var pages: [[String]] = []
            repeat {
                let page = try await model.call(list)
                pages.append(page.orders.map(\.number))
                list.after = page.next
            } while list.after != nil
            #expect(pages == [["11", "10", "9", "8"], ["7", "6", "5", "4"], ["3", "2", "1"]])
        }
    }

    @Test func eachFilterLetsThroughWhatItSays() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await Self.place(11, in: model)
            let found = try await model.call(ListOrders()).orders
            let two = try #require(found.first { $0.number == "2" })
            let invoice = try await model.call(InvoiceOrder(order: two.id))
            var list = ListOrders()
            list.customer = "A"
            list.number = "1"
            #expect(try await Self.numbers(list, in: model) == ["10"])
            list.customer = "\u{A0}A\u{200B}"
            list.number = "1\u{A0}"
            #expect(try await Self.numbers(list, in: model) == ["10"], "as they are meant")
            list = ListOrders()
            list.from = Day("2010-12-02")
            list.to = Day("2010-12-03")
            #expect(try await Self.numbers(list, in: model) == ["8", "7", "6", "5", "4", "3"])
            list = ListOrders()
            list.state = .invoiced
            let invoiced = try await model.call(list).orders
            #expect(invoiced.map(\.number) == ["2"])
            #expect(invoiced.first?.invoiceId == invoice.id && invoiced.first?.invoiceKind == .invoice)
            #expect(invoiced.first?.invoiceCount == 1 && invoiced.first?.invoiced == invoice.total)
            list.state = .free
            #expect(try await Self.numbers(list, in: model) == ["1"])
            list.state = .open
            #expect(try await Self.numbers(list, in: model).count == 9)
            list = ListOrders()
            list.number = "%"
            #expect(try await Self.numbers(list, in: model).isEmpty, "no pattern, a beginning")
        }
    }

    @Test func ordersBehindManyOthersAreFoundByTheBeginningOfTheirNumbers() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            // More than are looked up one by one, between others on the same days.
            try await model.database.query(
                """
                select count(*)
                from generate_series(1, 1200) i
                cross join lateral sales.place_order(
                  case when i % 12 = 0 then 'B' else 'A' end || i, null, null, '2010-12-01'::date + i / 100,
                  '[{"product": "P", "quantity": 1, "unitPrice": 1}]') o
                """)
            let expected = (1...1200).reversed().filter { $0 % 12 != 0 }
            var list = ListOrders()
            (list.number, list.limit) = ("A", 270)
            var found: [String] = []
            repeat {
                let page = try await model.call(list)
                found += page.orders.map(\.number)
                list.after = page.next
            } while list.after != nil
            #expect(found == expected.map { "A\($0)" })
            (list.from, list.to, list.status) = (Day("2010-12-03"), Day("2010-12-04"), .confirmed)
            list.limit = 1000
            let days = expected.filter { (200..<400).contains($0) }
            #expect(try await Self.numbers(list, in: model) == days.map { "A\($0)" })
            list.status = .quote
            #expect(try await Self.numbers(list, in: model).isEmpty)
        }
    }

    @Test(arguments: [0, -1, 1_001])
    func aPageHasALength(limit: Int) async throws {
        try await withDatabase(business: true) { database in
            var list = ListOrders()
            list.limit = limit
            await #expect(throws: ModelError.self) { try await database.model().call(list) }
        }
    }

    @Test func anOrderIsFoundWithItsInvoices() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await model.call(
                PlaceOrder(lines: [.init(product: "P", quantity: 2, unitPrice: 3)]))
            let open = try await model.call(FindOrder(order: order.id))
            #expect(open.order == order && open.invoices.isEmpty && open.left.ordered == 6)
            let invoice = try await model.call(InvoiceOrder(order: order.id))
            let invoiced = try await model.call(FindOrder(order: order.id))
            #expect(invoiced.invoices.map(\.id) == [invoice.id] && invoiced.invoices.first?.number == 1)
            #expect(invoiced.left.ordered == 0)
            #expect(try await model.call(FindInvoice(invoice: invoice.id)).number == invoice.number)
            await #expect(throws: ModelError.self) { try await model.call(FindOrder(order: 0)) }
            await #expect(throws: ModelError.self) { try await model.call(FindInvoice(invoice: 0)) }
        }
    }

    @Test(arguments: [
        "", "2010-12-01", "2010-12-01.", "2010-12-01.0", "2010-13-01.1", "2010-12-01.1.1", "x.1",
    ])
    func aMarkMustBeOne(text: String) {
        #expect(PageMark(text) == nil)
    }
}
