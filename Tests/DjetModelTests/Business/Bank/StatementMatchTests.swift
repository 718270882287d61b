import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// The ways in which payments find their customers and invoices.
@Suite struct StatementMatchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let entry: SampleStatement.Entry
        let state: BankLine.State
        let customer: String?
        /// The numbers of the invoices that are settled.
        var settled: [Int] = []

        var testDescription: String { name }
    }

    /// Klaus owes 1 (100), 2 (50) and 3 (50), Lena 4 (70), two customers named Twin 5 and 6 (30).
    static let cases: [Case] = [
        .init(
            name: "a number behind a word", entry: .init(amount: "40", text: "Rechnung Nr. 2 vom 1.10."),
            state: .reference, customer: "K", settled: [2]),
        .init(
            name: "several numbers, overpaid", entry: .init(amount: "130", text: "INV 2, 3"),
            state: .reference, customer: "K", settled: [2, 3]),
        .init(
            name: "a creditor reference", entry: .init(amount: "70", creditorReference: "RF90 4"),
            state: .reference, customer: "L", settled: [4]),
        .init(
            name: "a creditor reference with a wrong check digit",
            entry: .init(amount: "71", creditorReference: "RF91 4"), state: .toAssign, customer: nil),
        .init(
            name: "a number alone with the exact amount", entry: .init(amount: "70", text: "order 9 / 4"),
            state: .reference, customer: "L", settled: [4]),
        .init(
            name: "a number alone with another amount", entry: .init(amount: "71", text: "4"),
            state: .toAssign,
            customer: nil),
        .init(
            name: "a number alone of the payer", entry: .init(amount: "71", payer: "LENA gmbh", text: "4"),
            state: .reference, customer: "L", settled: [4]),
        .init(
            name: "the payer's invoice of the amount", entry: .init(amount: "50", payer: "klaus &amp; co"),
            state: .amount, customer: "K", settled: [2]),
        .init(
            name: "the payer alone", entry: .init(amount: "120", payer: "Klaus &amp; Co", text: "thanks"),
            state: .customer, customer: "K", settled: [1, 2]),
        .init(
            name: "a name of two", entry: .init(amount: "30", payer: "Twin"), state: .toAssign, customer: nil),
        .init(
            name: "invoices of two customers", entry: .init(amount: "120", text: "invoices 2 and 4"),
            state: .toAssign, customer: nil),
        .init(
            name: "invoices of two customers, one of whom pays",
            entry: .init(amount: "50", payer: "Klaus &amp; Co", text: "invoices 2 and 4"), state: .reference,
            customer: "K", settled: [2]),
        .init(
            name: "part of a date or an amount", entry: .init(amount: "70", text: "4.11.2026 70.4 2026-4 A4"),
            state: .toAssign, customer: nil),
        .init(name: "nothing", entry: .init(amount: "70"), state: .toAssign, customer: nil),
    ]

    @Test(arguments: cases) func aPaymentFindsItsInvoices(of one: Case) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await Self.prepare(model)
            let report = try await model.importedStatement([one.entry])
            #expect(report.payments == (one.state == .toAssign ? 0 : 1))
            let line = try #require(try await model.call(ListBankLines()).lines.first)
            #expect(line.state == one.state && line.customer == one.customer)
            #expect((line.why != nil) == (one.state == .toAssign))
            var settled: [Int] = []
            if let payment = line.paymentId {
                settled = try await model.call(FindPayment(payment: payment)).settled.map(\.number)
            }
            #expect(settled == one.settled)
        }
    }

    private static func prepare(_ model: Model) async throws {
        for (code, name) in [("K", "Klaus & Co"), ("L", "Lena GmbH"), ("T1", "Twin"), ("T2", "Twin")] {
            var customer = SetCustomer(code: code)
            customer.name = name
            _ = try await model.call(customer)
        }
        for (amount, customer) in [
            (100, "K"), (50, "K"), (50, "K"), (70, "L"), (30, "T1"), (30, "T2"),
        ] as [(Decimal, String)] {
            try await model.invoiced(amount, customer: customer)
        }
    }

    @Test func paymentsOfOneAmountTakeTheInvoicesInTurn() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await Self.prepare(model)
            let pay = SampleStatement.Entry(amount: "50", payer: "Klaus &amp; Co")
            #expect(try await model.importedStatement([pay, pay, pay]).payments == 3)
            #expect(try await model.open("K") == [50], "two of the amount, and a half of the first")
        }
    }

    @Test func whoHasPaidBeforeIsKnownByTheAccount() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await Self.prepare(model)
            let unknown = SampleStatement.Entry(amount: "5", reference: "a", account: "DE1", text: "hello")
            #expect(try await model.importedStatement([unknown]).unmatched == 1)
            let line = try #require(try await model.call(ListBankLines(toAssign: true)).lines.first)
            let assigned = try await model.call(AssignBankLine(line: line.id, customer: " L "))
            #expect(assigned.state == .assigned && assigned.customer == "L" && assigned.why == nil)
            #expect(try await model.call(ListBankLines(toAssign: true)).lines.isEmpty)
            let next = SampleStatement.Entry(amount: "6", reference: "b", account: "DE1", text: "hello again")
            _ = try await model.importedStatement([next], number: "2")
            #expect(try await model.call(ListBankLines()).lines.map(\.state) == [.customer, .assigned])
            #expect(try await model.open("L") == [59])
        }
    }
}
