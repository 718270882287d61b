import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// An order is imported whole or not at all.
@Suite struct WholeOrdersTests {
    private static let header = "order no,sku,description,qty,price,customer,country,date\r\n"

    @Test func oneRejectedLineRejectsAllOfItsOrderAndTheCorrectedRejectsAreImportedAsTheyAre() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let lines =
                "1,A,Lamp,1,2.50,X,,\r\n2,A,Lamp,1,1,,,\r\n1,B,\"Mug, blue\",one,100,X,,\r\n1,=C,,3,1,X,,\r\n"
            let report = try await model.imported(Self.header + lines)
            #expect(report.accepted == 1 && report.rejected == 3 && report.orders == 1)
            let rejects = try await model.text(of: report.rejects)
            #expect(
                rejects == "line,reason,order no,sku,description,qty,price,customer,country,date\r\n"
                    + "2,line 4 of this order: the quantity is not a number,1,A,Lamp,1,2.50,X,,\r\n"
                    + "4,the quantity is not a number,1,B,\"Mug, blue\",one,100,X,,\r\n"
                    + "5,line 4 of this order: the quantity is not a number,1,'=C,,3,1,X,,\r\n")
            let again = try await model.imported(rejects.replacing(",one,", with: ",1,"))
            #expect(again.accepted == 3 && again.rejected == 0)
            let order = try await database.store.first(
                "select total || ' ' || line_count from sales.order where number = '1'", as: String.self)
            #expect(order == "105.50 3")
            let codes = try await database.store.rows(
                "select product_code from sales.order_line where order_number = '1' order by 1",
                as: String.self)
            #expect(codes == ["=C", "A", "B"])
        }
    }

    @Test(arguments: [
        (",P2,,1,3,,,\r\n", "the order number is missing", ",,P2", ",1,P2"),
        (",P2,x,1,3 EUR,,,\r\n", "the order number is missing", ",,P2,x,1,3 EUR", ",1,P2,x,1,3"),
        ("#REF!,P2,x,,3,,,\r\n", "the order number is an error", "#REF!,P2,x,", "1,P2,x,1"),
        ("1,P2,Lamp, red,1,3,,,2010-12-01\r\n", "the line has 9 fields, the header has 8", ", red", ""),
    ])
    func aLineThatMayBelongToAnOrderKeepsItFromBeingBookedInPart(
        line: String, reason: String, wrong: String, right: String
    ) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let report = try await model.imported(Self.header + "1,P1,,1,2,,,\r\n" + line)
            #expect(report.accepted == 0 && report.rejected == 2)
            let rejects = try await model.text(of: report.rejects)
            #expect(rejects.contains("line 3 of this order: \(reason)"))
            let again = try await model.imported(rejects.replacing(wrong, with: right))
            #expect(again.accepted == 2 && again.orders == 1 && again.salesTotal == 5)
        }
    }

    @Test(arguments: [false, true])
    func linesThatLieFarApartAreOneOrder(inSteps: Bool) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            // The file has three parts. Order 1 is rejected in the first because of a line in the last, and
            // order 2 is booked with its last line.
            let long = String(repeating: "x", count: 900)
            let filling = (1...2_600).map { "F\($0),A,\(long),1,1,,,\r\n" }.joined()
            let report = try await model.imported(
                Self.header + "1,A,,1,1,,,\r\n2,A,,1,1,K,,\r\n" + filling
                    + "1,A,,zero,1,,,\r\n2,N,New,1,2,,DK,\r\n",
                inSteps: inSteps)
            #expect(report.rejects.size > 0 && report.accepted == 2_602 && report.rejected == 2)
            let rejects = try await model.text(of: report.rejects).split(separator: "\r\n")
            #expect(rejects.count == 3)
            #expect(rejects[1] == "2,line 2604 of this order: the quantity is not a number,1,A,,1,1,,,")
            let orders = try await database.store.rows(
                """
                select concat_ws(' ', o.number, o.total, o.line_count, o.customer, o.country, count(l))
                from sales.order o
                join sales.order_line l on l.order_number = o.number
                where o.number in ('1', '2')
                group by o.id
                """, as: String.self)
            #expect(orders == ["2 3.00 2 K DK 2"])
            let left = try await database.store.first(
                """
                select (select count(*) from sales.import_run) + (select count(*) from sales.import_order)
                  + (select count(*) from sales.import_line) + (select count(*) from sales.import_reject)
                      + (select count(*) from sales.import)
                """, as: Int.self)
            #expect(left == 0, "what an import notes for itself goes with it")
        }
    }

    @Test func manyOrdersWhoseLinesAreScatteredAreBookedWhole() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            // The lines are sorted by product, so each order lies in all parts of the file; every seventh has
            // one invalid line.
            let long = String(repeating: "x", count: 900)
            let lines = (1...12).flatMap { product in
                (1...210).map { "\($0),P\(product),\(long),\(product == 9 && $0 % 7 == 0 ? 0 : 1),1,K,,\r\n" }
            }
            let report = try await model.imported(Self.header + lines.joined(), inSteps: true)
            #expect(report.lines == 2_520 && report.rejected == 30 * 12 && report.orders == 180)
            let wrong = try await database.store.first(
                """
                select count(*)
                from sales.order o
                where (o.line_count::bigint, o.total)
                  is distinct from (select (count(*), sum(amount)) from sales.order_line where order_number = o.number)
                """, as: Int.self)
            #expect(wrong == 0)
        }
    }

    @Test(arguments: [
        ("1,A,,1,1,X,,\r\n1,A,,1,1,Y,,\r\n", "the lines of this order name two customers: X and Y"),
        ("1,A,,1,1,,DK,\r\n1,A,,1,1,,NO,\r\n", "the lines of this order name two countries: DK and NO"),
        (
            "1,A,,1,1,,,2010-12-01\r\n1,A,,1,1,,,2010-12-02\r\n",
            "the lines of this order name two days: 2010-12-01 and 2010-12-02"
        ),
        (
            "1,A,,1,1,,,\r\n1,A,,1,-1.5,,,\r\n",
            "the total of this order is negative (-0.50), but its number does not start with C, the mark of returns"
        ),
        (
            "1,A,,-1,0,,,\r\n1,A,,-1,0,,,\r\n",
            "all quantities of this order are negative, but its number does not start with C, the mark of returns"
        ),
        ("C1,A,,-1,-1,,,\r\n", "all quantities of this order are negative, but its total is positive"),
    ])
    func whatCanBeNoOrderIsRejectedWhole(lines: String, reason: String) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let report = try await model.imported(Self.header + lines)
            #expect(report.accepted == 0 && report.orders == 0 && report.returns == 0)
            let rejects = try await model.text(of: report.rejects).split(separator: "\r\n").dropFirst()
            #expect(rejects.count == report.lines && rejects.allSatisfy { $0.contains(reason) }, "\(rejects)")
        }
    }

    @Test func aReturnIsSaidByItsMarkAndItsSignNotByItsNumberAlone() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let report = try await model.imported(
                Self.header
                    + "CPH-1001,A,,1,1,,,\r\nC2,A,,-1,3,,,\r\nC3,A,,-1,0,,,\r\n4,A,,2,5,,,\r\n4,D,Discount,1,-1,,,\r\n"
                    + "4,B,Taken back,-1,2,,,\r\nC5,A,,1,1,,,\r\nC5,A,,1,-2,,,\r\n")
            #expect(report.accepted == 8 && report.orders == 2 && report.returns == 3, "\(report)")
            let kinds = try await database.store.rows(
                "select concat_ws(' ', number, kind, is_return, total) from sales.order order by number",
                as: String.self)
            #expect(
                kinds == [
                    "4 order f 7.00", "C2 return t -3.00", "C3 return t 0.00", "C5 return t -1.00",
                    "CPH-1001 order f 1.00",
                ])
            let marked = try await model.imported(
                Self.header + "RET-1,A,,-1,1,,,\r\nC9,A,,-1,1,,,\r\n", returnMark: "RET-")
            #expect(marked.returns == 1 && marked.rejected == 1)
        }
    }

    @Test func anOrderThatIsThereAlreadyIsNamedBeforeAnythingIsBooked() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.imported(Self.header + "2,A,,1,1,,,\r\n")
            for inSteps in [false, true] {
                let error = await #expect(throws: ModelError.self) {
                    try await model.imported(Self.header + "1,A,,1,1,,,\r\n2,A,,1,1,,,\r\n", inSteps: inSteps)
                }
                #expect(error?.message.hasPrefix("orders.csv, line 3: order 2 exists already") == true)
                #expect(error?.message.contains("It is the only such order of the file.") == true)
            }
            let left = try await database.store.first(
                "select (select count(*) from sales.order) + (select count(*) from sales.import_run)",
                as: Int.self)
            #expect(left == 1)
        }
    }

    @Test func anImportInStepsThatFailedCanBeTriedAgainByHand() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model([ImportOrders.self])
            let (first, second) = (
                Self.header + "1,A,,1,1,,,\r\n2,A,,1,1,,,\r\n", Self.header + "2,A,,1,1,,,\r\n"
            )
            _ = try await model.imported(second)
            let file = try await model.storeFile(name: "orders.csv", mimeType: "text/csv") {
                try await $0.write(first)
            }
            let ticket = try await model.offload(ImportOrders(file: file, inSteps: true))
            try await withWorker(model) {
                await #expect(throws: (any Error).self) { try await ticket.value }
                // Only a test can delete an order.
                for change in [
                    "alter table sales.order disable trigger user",
                    "alter table sales.order_line disable trigger user",
                    "delete from sales.order_line", "delete from sales.order",
                    "alter table sales.order enable trigger user",
                    "alter table sales.order_line enable trigger user",
                ] {
                    try await database.store.query(Statement(text: change))
                }
                _ = try await model.retry(ticket.id)
                let report = try await ticket.value
                #expect(report.accepted == 2 && report.orders == 2)
            }
            #expect(try await model.call(OrderTotals()).orders == 2)
        }
    }

    @Test func anImportRoundsAsAPlacedOrderDoesWhateverTheSign() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let items = [
                ("3", "0.335"), ("1", "0.005"), ("1.5", "0.3333"), ("99999999.9999", "99999999.9999"),
            ]
            for (mark, sign) in [("", ""), ("C", "-")] {
                let lines = items.map { "\(mark)1,A,,\(sign)\($0.0),\($0.1),,,\r\n" }.joined()
                let report = try await model.imported(Self.header + lines)
                #expect(report.accepted == items.count)
                let placed = items.map { quantity, price in
                    PlaceOrder.Line(
                        product: "A", quantity: Decimal(string: sign + quantity) ?? 0,
                        unitPrice: Decimal(string: price) ?? 0)
                }
                _ = try await model.call(
                    PlaceOrder(
                        number: mark + "2", kind: mark.isEmpty ? .order : .return, lines: placed))
            }
            let totals = try await database.store.first(
                "select string_agg(total::text, ' ' order by number) from sales.order", as: String.self)
            let total = "9999999999980001.52"
            #expect(totals == "\(total) \(total) -\(total) -\(total)")
        }
    }

    @Test func whatIsBookedIsFrozen() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.imported(Self.header + "1,A,,1,1,K,,\r\n")
            let changes: [Statement] = [
                "update sales.order set total = 2", "update sales.order set customer = null",
                "update sales.order set ordered_on = '2020-01-01'", "update sales.order set kind = 'return'",
                "update sales.order set country = 'NO'", "delete from sales.order",
                "update sales.order_line set quantity = 2",
                "update accounting.number_series set last_number = 7",
            ]
            for change in changes {
                let error = await #expect(throws: StoreError.self) { try await database.store.query(change) }
                #expect(error?.sqlState?.rawValue == "DJ409", "\(change.text)")
            }
        }
    }
}
