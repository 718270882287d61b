import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ImportStatementTests {
    @Test(arguments: [StatementTexts.old, StatementTexts.new])
    func anEntryForSeveralPaymentsSettlesTheInvoiceOfEach(xml: String) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(10)
            try await model.invoiced(20, customer: "Other")
            let report = try await model.importedStatement(xml)
            #expect(report.statements == 1 && report.entries == 2 && report.known == 0)
            #expect(report.payments == 2 && report.unmatched == 0 && report.others == 1)
            #expect(try await model.open().isEmpty)
            #expect(try await model.balance("1000") == 30, "the debit is kept, and not booked")
            let lines = try await model.call(ListBankLines()).lines
            #expect(lines.map(\.state) == [.debit, .reference, .reference])
            #expect(lines.first?.text == "Fees of November" && lines.first?.amount == -5)
            #expect(try await model.importedStatement(xml).known == 2)
            #expect(try await model.call(ListPayments()).payments.count == 2)
        }
    }

    @Test(arguments: [2, 3, 4, 6, 7, 8, 13]) func eachVersionIsRead(version: Int) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(10)
            let entry = SampleStatement.Entry(
                amount: "10.00", payer: "Jens &amp; Co", account: "DK1", text: "faktura 1")
            #expect(try await model.importedStatement([entry], version: version).payments == 1)
            let line = try #require(try await model.call(ListBankLines()).lines.first)
            #expect(line.payer == "Jens & Co" && line.payerAccount == "DK1" && line.statement == "1")
            #expect(line.day == Day("2026-11-20") && line.customer == "K" && line.paymentId == 1)
        }
    }

    @Test func overlappingStatementsBookOnlyWhatIsNew() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(100)
            let known: [SampleStatement.Entry] = [
                .init(amount: "10", reference: "R1", text: "invoice 1"),
                .init(amount: "11", text: "invoice 1"),
                .init(amount: "12", text: "invoice 1"), .init(amount: "12", text: "invoice 1"),
            ]
            #expect(try await model.importedStatement(known).payments == 4)
            let again = try await model.importedStatement(known, version: 2)
            #expect(again.known == 4 && again.payments == 0, "the form of the file does not count")
            var more = known
            more.append(.init(amount: "12", text: "invoice 1"))
            more.append(.init(amount: "10", reference: "R2", text: "invoice 1"))
            let overlap = try await model.importedStatement(more.reversed(), number: "2")
            #expect(overlap.entries == 6 && overlap.known == 4 && overlap.payments == 2)
            #expect(try await model.open() == [33], "100 - 10 - 11 - 3 × 12 - 10")
        }
    }

    @Test func theSameStatementTwiceAtOnceIsBookedOnce() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            for _ in 1...20 { try await model.invoiced(10) }
            let entries = (1...40).map { SampleStatement.Entry(amount: "6", text: "invoice \(1 + $0 % 20)") }
            let reports = try await withThrowingTaskGroup(of: ImportStatement.Output.self) { group in
                for number in ["1", "1", "2", "3"] {
                    group.addTask { try await model.importedStatement(entries, number: number) }
                }
                return try await group.reduce(into: [ImportStatement.Output]()) { $0.append($1) }
            }
            #expect(reports.map(\.payments).reduce(0, +) == 40)
            #expect(reports.map(\.known).reduce(0, +) == 3 * 40)
            #expect(try await model.balance("1000") == 240)
        }
    }

    @Test func onlyBookedCreditsAreBooked() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(10)
            let entries: [SampleStatement.Entry] = [
                .init(amount: "10", status: "PDNG", text: "invoice 1"),
                .init(amount: "0.00", text: "invoice 1"),
                .init(amount: "10", sign: "DBIT", text: "invoice 1"),
                .init(amount: "10", text: "invoice 1", isReversal: true),
            ]
            let report = try await model.importedStatement(entries)
            #expect(report.entries == 2 && report.payments == 0 && report.others == 2)
            #expect(try await model.call(ListBankLines()).lines.map(\.state) == [.reversal, .debit])
            var booked = entries[0]
            booked.status = "BOOK"
            #expect(
                try await model.importedStatement([booked]).payments == 1, "what was pending is booked later")
        }
    }

    @Test func aClosedDayAndAnUnknownAccountHarmNoOther() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(clock: clock)
            try await model.invoiced(10)
            try await model.invoiced(20)
            _ = try await model.call(ClosePeriod(upTo: try #require(Day("2026-11-20"))))
            let entries: [SampleStatement.Entry] = [
                .init(amount: "10", day: "2026-11-20", text: "invoice 1"),
                .init(amount: "20", day: "2026-11-21", text: "invoice 2"),
            ]
            let xml = SampleStatement(entries: entries).xml
            await #expect(throws: ModelError.notFound("there is no active account 9999")) {
                try await model.importedStatement(xml, account: "9999")
            }
            let report = try await model.importedStatement(xml)
            #expect(report.payments == 1 && report.unmatched == 1)
            let waiting = try #require(try await model.call(ListBankLines(toAssign: true)).lines.first)
            #expect(waiting.why == "The books are closed until 2026-11-20.")
            var assignment = AssignBankLine(line: waiting.id, invoices: [1])
            await #expect(throws: ModelError.self) { try await model.call(assignment) }
            assignment.day = Day("2026-11-21")
            #expect(try await model.call(assignment).state == .assigned)
            #expect(try await model.open().isEmpty)
        }
    }
}
