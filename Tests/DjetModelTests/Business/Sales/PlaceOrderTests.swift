import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct PlaceOrderTests {
    @Test func anAmountIsRoundedHalfAwayFromZeroPerLine() async throws {
        try await withDatabase(business: true) { database in
            let order = try await database.model().call(
                PlaceOrder(
                    number: "100", customer: "C-1", country: "Denmark",
                    lines: [
                        .init(product: "A", quantity: 3, unitPrice: Decimal(string: "0.335") ?? 0),
                        .init(product: "B", quantity: 1, unitPrice: Decimal(string: "2.675") ?? 0),
                    ]))
            #expect(order.lines.map(\.amount) == [Decimal(string: "1.01"), Decimal(string: "2.68")])
            #expect(order.total == Decimal(string: "3.69"))
            #expect(!order.isReturn)
            #expect(order.orderedOn.description == "2026-11-21", "the day of the model's clock")
        }
    }

    @Test func whatBreaksARuleIsRefusedWithItsReason() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            for (quantity, price) in [(0, 1), (-1, 1), (1, -1)] as [(Decimal, Decimal)] {
                let order = PlaceOrder(
                    number: "7", lines: [.init(product: "A", quantity: quantity, unitPrice: price)])
                let error = await #expect(throws: ModelError.self) { try await model.call(order) }
                guard case .invalid(let text)? = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(!text.isEmpty)
            }
            let totals = try await model.call(OrderTotals())
            #expect(totals.orders == 0)
        }
    }

    @Test func aNumberIsTakenOnce() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = PlaceOrder(number: "7", lines: [.init(product: "A", quantity: 1, unitPrice: 1)])
            _ = try await model.call(order)
            let error = await #expect(throws: ModelError.self) { try await model.call(order) }
            #expect("\(error.map { "\($0)" } ?? "")".contains("7"))
        }
    }

    @Test func theSameKeyPlacesOneOrder() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = PlaceOrder(lines: [.init(product: "A", quantity: 1, unitPrice: 1)], key: "k")
            let placed = try await withThrowingTaskGroup(of: Order.self) { group in
                for _ in 0..<8 { group.addTask { try await model.call(order) } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1.number) }
            }
            #expect(placed == ["D1"])
            let totals = try await model.call(OrderTotals())
            #expect(totals.orders == 1)

            var other = order
            other.customer = "C"
            let error = await #expect(throws: ModelError.self) { try await model.call(other) }
            guard case .conflict(let text)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(text.contains("D1"))
        }
    }

    @Test func aKeyOfAnOrderThatWasRefusedIsFreeAgain() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            var order = PlaceOrder(lines: [], key: "k")
            await #expect(throws: ModelError.self) { try await model.call(order) }
            order.lines = [.init(product: "A", quantity: 1, unitPrice: 1)]
            let placed = try await model.call(order)
            #expect(placed.lineCount == 1)
        }
    }

    @Test func whatNoColumnTakesIsRefusedInWords() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let line = PlaceOrder.Line(product: "A", description: "", quantity: 1, unitPrice: 1)
            let long = String(repeating: "x", count: 101)
            for order in [
                PlaceOrder(customer: "", lines: [line]), PlaceOrder(customer: long, lines: [line]),
                PlaceOrder(country: " ", lines: [line]), PlaceOrder(country: long, lines: [line]),
                PlaceOrder(number: long, lines: [line]),
                PlaceOrder(lines: [.init(product: long, quantity: 1, unitPrice: 1)]),
                PlaceOrder(lines: [line], key: ""), PlaceOrder(lines: [line], key: long + long),
            ] {
                let error = await #expect(throws: ModelError.self) { try await model.call(order) }
                guard case .invalid? = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
            let placed = try await model.call(PlaceOrder(lines: [line]))
            #expect(placed.lines.first?.description == "A", "an empty description is none")
        }
    }

    @Test func aReturnIsSaid() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            func place(_ number: String?, _ kind: Order.Kind?, _ amounts: [(Decimal, Decimal)]) async throws
                -> Order
            {
                try await model.call(
                    PlaceOrder(
                        number: number, kind: kind,
                        lines: amounts.map { .init(product: "A", quantity: $0, unitPrice: $1) }))
            }
            let back = try await place("R-1", .return, [(-2, 3)])
            #expect(back.kind == .return && back.isReturn && back.total == -6)
            let note = try await model.call(InvoiceOrder(order: back.id))
            #expect(note.kind == .creditNote)
            let order = try await place("CPH-1001", nil, [(2, 3), (1, -1), (-1, 2)])
            #expect(order.kind == .order && !order.isReturn && order.total == 3)
            let invoice = try await model.call(InvoiceOrder(order: order.id))
            #expect(invoice.kind == .invoice)
            for (kind, amounts, words) in [
                (.order, [(-1, 1)], "is negative"), (nil, [(-1, 0)], "all quantities"),
                (.return, [(1, 1)], "takes nothing back"),
                (.return, [(-1, -1)], "its total is positive"),
                (nil, [(1, 1), (1, -2)], #"set its kind to "return""#),
            ] as [(Order.Kind?, [(Decimal, Decimal)], String)] {
                let error = await #expect(throws: ModelError.self) {
                    try await place("C998", kind, amounts)
                }
                guard case .invalid(let text)? = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(text.contains(words), "\(text)")
            }
        }
    }

    @Test func aDrawnNumberIsTheNextFreeOne() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.imported("order no,sku,qty,price\nD1,A,1,1\nD2,A,1,1\nD3,A,1,1\nD5,A,1,1\n")
            let order = PlaceOrder(lines: [.init(product: "A", quantity: 1, unitPrice: 1)])
            let numbers = [try await model.call(order).number, try await model.call(order).number]
            #expect(numbers == ["D4", "D6"])
        }
    }

    @Test func aNumberThatAFileBroughtIsLookedAtOnce() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let lines = (Array(1...2_000) + [999_999_999_999_999]).map { "D\($0),A,1,1\n" }.joined()
            _ = try await model.imported("order no,sku,qty,price\n" + lines)
            let order = PlaceOrder(lines: [.init(product: "A", quantity: 1, unitPrice: 1)])
            let numbers = [try await model.call(order).number, try await model.call(order).number]
            #expect(numbers == ["D2001", "D2002"])
            let drawn = try await database.store.first(
                "select last_value from sales.order_number", as: Int.self)
            #expect(drawn == 2_002, "nobody looks again at what was taken")
        }
    }

    @Test func aDrawnNumberFillsWhatFilesLeftOut() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let lines = (Array(1...150) + Array(161...400)).map { "D\($0),A,1,1\n" }.joined()
            _ = try await model.imported("order no,sku,qty,price\n" + lines)
            let order = PlaceOrder(lines: [.init(product: "A", quantity: 1, unitPrice: 1)])
            var numbers: [String] = []
            for _ in 1...11 { numbers.append(try await model.call(order).number) }
            #expect(numbers == (151...160).map { "D\($0)" } + ["D401"])
        }
    }

    @Test func whoDrawsANumberDoesNotWaitForOneWhoHasDrawnAnother() async throws {
        try await withDatabase(business: true) { database in
            let lines = (1...300).map { "D\($0),A,1,1\n" }.joined()
            _ = try await database.model().imported("order no,sku,qty,price\n" + lines)
            let place: Statement = """
                select number
                from sales.place_order(
                  null, null, null, '2010-12-01', '[{"product": "A", "quantity": 1, "unitPrice": 1}]')
                """
            try await database.store.transaction { first async throws in
                #expect(try await first.first(place, as: String.self) == "D301")
                try await database.store.transaction { second async throws in
                    try await second.query("set local lock_timeout = '5s'")
                    #expect(try await second.first(place, as: String.self) == "D302")
                }
            }
        }
    }

    @Test func joinersStayInADescriptionByEveryWay() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let text = "می\u{200C}خواهم"
            _ = try await model.call(
                PlaceOrder(lines: [
                    .init(product: "A\u{200C}1", description: text, quantity: 1, unitPrice: 1)
                ]))
            _ = try await model.imported("order no,sku,description,qty,price\n8,A\u{200C}1,\(text),1,1\n")
            let booked = try await database.store.rows(
                "select product_code || ' ' || description from sales.order_line", as: String.self)
            #expect(booked.map { Array($0.utf8) } == [Array("A1 \(text)".utf8), Array("A1 \(text)".utf8)])
        }
    }

    @Test func aTextIsItsTextByEveryWay() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let placed = try await model.call(
                PlaceOrder(
                    number: "\u{A0}7 ", customer: "=\"007\"", country: "Den\u{200B}mark\n",
                    lines: [.init(product: " P1\u{FEFF}", description: "'=1+1", quantity: 1, unitPrice: 1)]))
            #expect(placed.number == "7" && placed.customer == "007" && placed.country == "Denmark")
            #expect(placed.lines.map(\.product) == ["P1"] && placed.lines.map(\.description) == ["=1+1"])
            let report = try await model.imported(
                "order no,sku,description,qty,price,customer\n8, \"P1\" ,'=1+1,1,1,\"=\"\"007\"\"\"\n")
            #expect(report.accepted == 1)
            let same = try await database.store.first(
                """
                select count(distinct (l.product_code, l.description, o.customer))
                from sales.order o
                join sales.order_line l on l.order_number = o.number
                """, as: Int.self)
            #expect(same == 1)
            for order in [
                PlaceOrder(
                    number: "a\u{1}",
                    lines: placed.lines.map { .init(product: $0.product, quantity: 1, unitPrice: 1) }),
                PlaceOrder(lines: [.init(product: "a\u{1B}[31m", quantity: 1, unitPrice: 1)]),
            ] {
                let error = await #expect(throws: ModelError.self) { try await model.call(order) }
                #expect(error?.message.contains("has a control character") == true)
            }
            for number in ["9\u{A0}", "9\u{2060}1", "9\u{85}1", "9\u{200D}1"] {
                let raw = await #expect(throws: StoreError.self) {
                    try await database.store.query(
                        """
                        select sales.place_order(
                          \(number), null, null, '2020-01-01', '[{"product":"A","quantity":1,"unitPrice":1}]')
                        """)
                }
                #expect(raw?.message.contains("blanks around it") == true, "from psql, too")
            }
        }
    }
}
