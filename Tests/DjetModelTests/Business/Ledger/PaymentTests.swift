import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct PaymentTests {
    @Test func partPaymentsSettleWhatIsDueFirst() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(clock: clock)
            let first = try await model.invoiced(10)
            clock.advance(by: 86_400)
            try await model.invoiced(20)
            try await model.invoiced(7, customer: "Other")
            let payment = try await model.call(
                RecordPayment(amount: Decimal(string: "12.50") ?? 0, customer: " K ", reference: "thanks"))
            #expect(payment.settled.map(\.amount) == [10, Decimal(string: "2.50") ?? 0])
            #expect(payment.settled.first?.invoiceId == first.id && payment.prepaid == 0)
            #expect(try await model.open("K") == [Decimal(string: "17.50") ?? 0])
            #expect(try await model.open("Other") == [7])
            #expect(try await model.balance("1000") == Decimal(string: "12.50"))
        }
    }

    @Test func anInvoiceIsDueByTheTermsOfItsCustomer() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            var customer = SetCustomer(code: "K")
            customer.paymentDays = 14
            _ = try await model.call(customer)
            try await model.invoiced(10)
            try await model.invoiced(20, customer: "Other")
            try await model.invoiced(-5)
            let days = try await database.store.rows(
                "select due_on - day from accounting.open_item order by entry_id", as: Int.self)
            #expect(days == [14, 30, 0], "the shop's terms where nothing was agreed; a credit note at once")
        }
    }

    @Test func manyAreBookedAtOnceEachInItsTurn() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let first = try await model.invoiced(10)
            try await model.invoiced(20)
            try await model.invoiced(7, customer: "Other")
            let payments = [
                RecordPayment(amount: 15, customer: "K", key: "a"), RecordPayment(amount: 0, customer: "K"),
                RecordPayment(amount: 4, invoices: [first.number], key: "b"),
                RecordPayment(amount: 15, customer: "K", key: "a"), RecordPayment(amount: -9, customer: "K"),
                RecordPayment(amount: 7, customer: "Other"),
                RecordPayment(amount: 1, customer: "K", key: "a"),
                RecordPayment(amount: 1, customer: "Nobody"), RecordPayment(amount: 18, customer: "K"),
                RecordPayment(amount: -3, customer: "K"), RecordPayment(amount: 2),
            ]
            let results = try await RecordPayment.run(payments, in: model).map { try? $0.get() }
            #expect(
                results.map { $0?.settled.map(\.amount) } == [
                    [10, 5], nil, [], [10, 5], nil, [7], nil, nil, [15], [], [],
                ])
            #expect(results.map { $0?.prepaid } == [0, nil, 4, 0, nil, 0, nil, nil, 3, 0, 2])
            #expect(results[0]?.id == results[3]?.id)
            #expect(try await model.open("Other").isEmpty)
            let totals = try await model.call(LedgerTotals())
            #expect(totals.receivables == 0 && totals.debit == totals.credit && totals.openItems == -6)
        }
    }

    @Test func jobsThatPayTheSameInvoicesNeverOverpayThem() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model([RecordPayment.self])
            for _ in 1...20 { try await model.invoiced(10) }
            try await withWorker(model, configuration: .init(slots: 50)) {
                let tickets = try await model.offload(
                    (1...90).map { RecordPayment(amount: $0 % 2 == 0 ? 3 : 2, customer: "K", key: "\($0)") })
                let paid = try await model.results(of: tickets).map { try $0.get() }
                #expect(paid.flatMap(\.settled).map(\.amount).reduce(0, +) == 200)
                #expect(paid.map(\.prepaid).reduce(0, +) == 25)
            }
            #expect(try await model.balance("1200") == 0)
        }
    }

    @Test func whatIsPaidTooMuchIsThePayersAndSettlesTheNextInvoice() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let invoice = try await model.invoiced(10)
            try await model.invoiced(20)
            let payment = try await model.call(RecordPayment(amount: 25, invoices: [invoice.number]))
            #expect(payment.customer == "K" && payment.prepaid == 15)
            #expect(try await model.balance("2300") == -15)
            #expect(try await model.call(SettleCredits(customer: "K")) == 15)
            #expect(try await model.open("K") == [5])
            #expect(try await model.balance("2300") == 0)
            #expect(try await model.balance("1200") == 5)
            let error = await #expect(throws: ModelError.self) {
                try await model.call(ReverseEntry(entry: payment.entryId))
            }
            #expect(error?.message.contains("first") == true)
            let settlement = try await database.store.first(
                "select id from accounting.entry where source = 'settlement'", as: Int.self)
            _ = try await model.call(ReverseEntry(entry: try #require(settlement)))
            _ = try await model.call(ReverseEntry(entry: payment.entryId, text: "bounced"))
            #expect(try await model.open("K") == [10, 20])
            let totals = try await model.call(LedgerTotals())
            #expect(totals.receivables == 30 && totals.openItems == 30 && totals.debit == totals.credit)
        }
    }

    @Test func aCreditNoteSettlesAnInvoiceOrIsPaidOutAndNeverMore() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(10)
            try await model.invoiced(-14)
            let entries = try await model.call(LedgerTotals()).entries
            #expect(try await model.call(SettleCredits(customer: "K")) == 10)
            #expect(try await model.call(LedgerTotals()).entries == entries, "both are receivables")
            #expect(try await model.open("K") == [-4])
            await #expect(throws: ModelError.self) {
                try await model.call(RecordPayment(amount: -5, customer: "K"))
            }
            let paid = try await model.call(RecordPayment(amount: -4, customer: "K"))
            #expect(paid.settled.map(\.kind) == [.creditNote])
            #expect(try await model.open("K").isEmpty)
            #expect(try await model.balance("1000") == -4)
        }
    }

    @Test func paymentsAtTheSameTimeNeverOverpayAnInvoice() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let invoice = try await model.invoiced(100)
            let payments = try await withThrowingTaskGroup(of: CustomerPayment.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await model.call(RecordPayment(amount: 15, invoices: [invoice.number]))
                    }
                }
                return try await group.reduce(into: [CustomerPayment]()) { $0.append($1) }
            }
            let settled = payments.flatMap(\.settled).map(\.amount)
            #expect(settled.reduce(0, +) == 100 && settled.count == 7)
            #expect(payments.map(\.prepaid).reduce(0, +) == 80)
            #expect(try await model.balance("1200") == 0)
            #expect(try await model.balance("2300") == -80)
        }
    }

    @Test func theSameKeyBooksOnce() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(100)
            let payment = RecordPayment(amount: 15, customer: "K", key: "statement 1, line 4")
            let ids = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 { group.addTask { try await model.call(payment).id } }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(try await model.open("K") == [85])
            var other = payment
            other.amount = 16
            let error = await #expect(throws: ModelError.self) { try await model.call(other) }
            #expect(error?.message.contains("another payment") == true)
        }
    }

    @Test func whatCanBeNoPaymentIsRefused() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let mine = try await model.invoiced(10)
            let others = try await model.invoiced(10, customer: "Other")
            for payment in [
                RecordPayment(amount: 0, customer: "K"),
                RecordPayment(amount: Decimal(string: "0.001") ?? 0, customer: "K"),
                RecordPayment(amount: 1, customer: "Nobody"), RecordPayment(amount: 1, invoices: [99]),
                RecordPayment(amount: 1, invoices: [mine.number, others.number]),
                RecordPayment(amount: 1, customer: "K", invoices: [others.number]),
                RecordPayment(amount: 1, customer: "K", account: "9999"),
            ] {
                await #expect(throws: (any Error).self) { try await model.call(payment) }
            }
            #expect(try await model.open() == [10, 10])
            let over = "insert into accounting.settlement (debit_id, credit_id, amount) "
            _ = try await model.call(RecordPayment(amount: 50, customer: "K"))
            await #expect(throws: StoreError.self) {
                try await database.store.query(
                    Statement(
                        text: over
                            + "select d.entry_id, c.entry_id, 11 from accounting.open_item d, accounting.open_item c "
                            + "where d.open > 0 and c.open < 0"))
            }
        }
    }
}
