import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct InvoiceOrderTests {
    private func place(_ number: String, _ quantity: Decimal, _ price: Decimal, in model: Model) async throws
        -> Order
    {
        try await model.call(
            PlaceOrder(
                number: number, kind: quantity < 0 ? .return : .order,
                lines: [.init(product: "A", quantity: quantity, unitPrice: price)]))
    }

    @Test func aSecondCallReturnsTheFirstInvoice() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await place("1", 2, 5, in: model)
            let first = try await model.call(InvoiceOrder(order: order.id))
            let second = try await model.call(InvoiceOrder(order: order.id))
            #expect(first == second)
            #expect(first.total == 10)
            let whole = try await model.call(FindInvoice(invoice: first.id))
            #expect(whole.lines.map(\.amount) == [10] && whole.number == first.number)
        }
    }

    @Test func ofManyTogetherEachHasItsInvoiceOrItsRefusal() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let back = try await place("C1", -1, 5, in: model).id
            let sale = try await place("2", 2, 5, in: model).id
            let free = try await place("3", 1, 0, in: model).id
            let early = try await model.call(InvoiceOrder(order: place("4", 1, 1, in: model).id))
            let orders = [sale, 42, free, early.orderId, back, sale]
            let results = try await InvoiceOrder.run(orders.map { InvoiceOrder(order: $0) }, in: model)
            let texts = results.map { result in
                switch result {
                case .success(let invoice): "\(invoice.kind.rawValue) \(invoice.number)"
                case .failure(let error): "\(error)"
                }
            }
            #expect(
                texts == [
                    "invoice 2", "there is no order with the id 42",
                    "order 3 cannot be invoiced: its total is 0", "invoice 1", "credit-note 1", "invoice 2",
                ])
            #expect(throws: ModelError.notFound(texts[1])) { try results[1].get() }
            #expect(throws: ModelError.conflict(texts[2])) { try results[2].get() }
        }
    }

    /// Each transaction has its orders in an order of its own, so that its first is an order or a return.
    @Test func invoicesAndCreditNotesAtTheSameTimeDoNotDeadlock() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            var orders: [Order.ID] = []
            for number in 1...30 {
                let isReturn = number.isMultiple(of: 3)
                orders.append(try await place("\(number)", isReturn ? -1 : 1, 1, in: model).id)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    let some = orders.shuffled().prefix(20).map { InvoiceOrder(order: $0) }
                    group.addTask {
                        let results = try await model.transaction { try await InvoiceOrder.run(some, in: $0) }
                        for result in results { _ = try result.get() }
                    }
                }
                try await group.waitForAll()
            }
            _ = try await InvoiceOrder.run(orders.map { InvoiceOrder(order: $0) }, in: model)
            let series = try await database.store.rows(
                "select concat_ws(' ', kind, min(number), max(number), count(*)) from accounting.invoice group by kind",
                as: String.self)
            #expect(series.sorted() == ["credit-note 1 10 10", "invoice 1 20 20"])
        }
    }

    @Test func aNumberThatIsDrawnMustBeUsed() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(InvoiceOrder(order: place("1", 1, 5, in: model).id))
            for change in ["last_number + 1", "last_number - 1", "7"] {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(
                        Statement(text: "update accounting.number_series set last_number = \(change)"))
                }
                #expect(error?.sqlState?.rawValue == "DJ409", "\(change)")
            }
        }
    }

    @Test func linesWithoutTheirInvoiceAreRefused() async throws {
        try await withDatabase(business: true) { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "insert into accounting.invoice_line values (42, 1, 1, 1, 1, 'A', 'a thing')")
            }
            #expect(error?.sqlState == .checkViolation)
        }
    }

    @Test func aReturnGetsACreditNoteOfItsOwnSeries() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let sale = try await model.call(InvoiceOrder(order: place("1", 1, 5, in: model).id))
            let note = try await model.call(InvoiceOrder(order: place("C1", -1, 5, in: model).id))
            #expect(sale.kind == .invoice && note.kind == .creditNote)
            #expect(sale.number == 1 && note.number == 1)
            #expect(note.total == -5)
        }
    }

    @Test(arguments: [
        ("UTC", "2026-11-21"), ("Europe/Copenhagen", "2026-11-22"), ("america/new_york", "2026-11-21"),
        ("Pacific/Kiritimati", "2026-11-22"),
    ])
    func anInvoiceBearsTheDayOfTheShopsTimeZone(zone: String, day: String) async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            clock.advance(by: 11.5 * 3_600)  // 23:30 UTC
            let model = database.model(clock: clock)
            let name = try await model.call(SetTimeZone(zone: zone))
            #expect(name.lowercased() == zone.lowercased())
            let order = try await place("1", 1, 5, in: model)
            #expect(order.orderedOn.description == day)
            let invoice = try await model.call(InvoiceOrder(order: order.id))
            #expect(invoice.issuedOn.description == day)
        }
    }

    @Test(arguments: ["", "Mars/Olympus", "CET", "+2", "posix/Europe/Paris"])
    func aTimeZoneThatDoesNotExistIsRefused(zone: String) async throws {
        try await withDatabase(business: true) { database in
            let error = await #expect(throws: ModelError.self) {
                try await database.model().call(SetTimeZone(zone: zone))
            }
            guard case .invalid? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func anOrderWhoseTotalIs0IsNotInvoiced() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let free = try await place("1", 1, 0, in: model)
            let error = await #expect(throws: ModelError.self) {
                try await model.call(InvoiceOrder(order: free.id))
            }
            guard case .conflict? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func anOrderThatDoesNotExistIsNotFound() async throws {
        try await withDatabase(business: true) { database in
            let error = await #expect(throws: ModelError.self) {
                try await database.model().call(InvoiceOrder(order: 42))
            }
            guard case .notFound? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func numbersHaveNoGapsThoughOthersRollBack() async throws {
        struct ChangeOfMind: Error {}
        try await withDatabase(business: true) { database in
            let model = database.model()
            var orders: [Order.ID] = []
            for number in 1...20 { orders.append(try await place("\(number)", 1, 1, in: model).id) }
            await withTaskGroup(of: Void.self) { group in
                for (index, order) in orders.enumerated() {
                    group.addTask {
                        _ = try? await model.transaction { model in
                            _ = try await model.call(InvoiceOrder(order: order))
                            if index.isMultiple(of: 3) { throw ChangeOfMind() }
                        }
                    }
                }
            }
            let numbers = try await database.store.rows(
                "select number from accounting.invoice order by number", as: Int.self)
            #expect(numbers == Array(1...13))
        }
    }

    @Test func whatIsIssuedIsFrozen() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(InvoiceOrder(order: place("1", 1, 5, in: model).id))
            let changes: [Statement] = [
                "update accounting.invoice set total = 1", "delete from accounting.invoice",
                "update accounting.invoice_line set amount = 1", "delete from accounting.invoice_line",
            ]
            for change in changes {
                await #expect(throws: StoreError.self) { try await database.store.query(change) }
            }
        }
    }

    @Test func whatASpreadsheetWouldTakeForAFormulaIsExportedAsAText() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = PlaceOrder(
                number: #"C=HYPERLINK("x")"#, customer: #"=1+"1""#, country: "@x", kind: .return,
                lines: [.init(product: "P", quantity: -2, unitPrice: 3)])
            _ = try await model.call(InvoiceOrder(order: try await model.call(order).id))
            let csv = try await database.store.first(
                "select csv from accounting.invoice_page('credit-note', 0, 10)", as: String.self)
            #expect(
                csv == #"1,credit-note,2026-11-21,"C=HYPERLINK(""x"")","'=1+""1""","'@x",1,-6.00,0.00,-6.00"#
                    + "\r\n",
                "an amount stays a number")
            for (text, field) in [
                ("+1", #""'+1""#), ("-1", #""'-1""#), ("\t1", "\"'\t1\""), ("\r1", "\"'\r1\""),
                ("1-1", "1-1"), ("a=b", "a=b"), ("", ""),
            ] {
                let written = try await database.store.first(
                    "select accounting.csv_field(\(text))", as: String.self)
                #expect(written == field, "\(text)")
            }
        }
    }

    @Test func allOpenOrdersAreInvoicedByJobsAndExported() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model([InvoiceOrder.self, InvoiceOpenOrders.self, ExportInvoices.self])
            for number in 1...12 { _ = try await place("\(number)", 1, Decimal(number), in: model) }
            _ = try await place("C13", -1, 3, in: model)
            _ = try await place("14", 1, 0, in: model)
            try await withWorker(model, configuration: .init(slots: 1)) {
                // The first job lends its one slot to the jobs that it waits for.
                let issued = try await model.offload(InvoiceOpenOrders()).value
                #expect(issued.invoices == 12 && issued.creditNotes == 1 && issued.failed.isEmpty)
                let again = try await model.offload(InvoiceOpenOrders()).value
                #expect(again.invoices == 0)
                let file = try await model.offload(ExportInvoices()).value
                var text = ""
                for try await chunk in model.bytes(of: file) {
                    text += String(decoding: chunk, as: UTF8.self)
                }
                let lines = text.split(whereSeparator: \.isNewline)
                #expect(lines.count == 14)
                #expect(lines[1].hasPrefix("1,invoice,2026-11-21,"))
                #expect(file.name == "invoices.csv")
            }
        }
    }

    @Test func anExportCanBeginWithAByteOrderMark() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(InvoiceOrder(order: place("1", 1, 5, in: model).id))
            let marked = try await model.text(of: model.call(ExportInvoices(byteOrderMark: true)))
            let plain = try await model.text(of: model.call(ExportInvoices()))
            #expect(marked == "\u{FEFF}" + plain && plain.hasPrefix("number,kind,"))
        }
    }
}
