import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct LedgerReportTests {
    /// November: capital of 1,000 and a sale of 100. December: costs of 30, a sale of 50, a payment of 80.
    private func example(_ body: (Model) async throws -> Void) async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(Business.functions, clock: clock)
            let capital = PostEntry(
                text: "Capital",
                lines: [.init(account: "1000", amount: 1_000), .init(account: "3000", amount: -1_000)])
            _ = try await model.call(capital)
            try await model.invoiced(100)
            clock.advance(by: 15 * 86_400)
            let costs = PostEntry(
                text: "Rent",
                lines: [.init(account: "6000", amount: 30), .init(account: "1000", amount: -30)])
            _ = try await model.call(costs)
            try await model.invoiced(50, customer: "L")
            _ = try await model.call(RecordPayment(amount: 80, customer: "K"))
            try await body(model)
        }
    }

    @Test func aPeriodThatEndsBeforeItBeginsIsRefused() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let (from, to) = (Day("2026-12-31"), Day("2026-12-01"))
            func isRefused(_ function: some ModelFunction) async {
                await #expect(throws: ModelError.invalid("from: 2026-12-31 is after to, which is 2026-12-01"))
                {
                    try await model.call(function)
                }
            }
            await isRefused(TrialBalance(from: from, to: to))
            await isRefused(ProfitAndLoss(from: from, to: to))
            await isRefused(TaxReport(from: from, to: to))
            var statement = AccountStatement(account: "1000")
            (statement.from, statement.to) = (from, to)
            await isRefused(statement)
            var files = ExportDocuments()
            (files.from, files.to) = (from, to)
            await isRefused(files)
            var orders = ListOrders()
            (orders.from, orders.to) = (from, to)
            await isRefused(orders)
        }
    }

    @Test func theTrialBalanceSumsUpAPeriod() async throws {
        try await example { model in
            let december = try await model.call(TrialBalance(from: Day("2026-12-01"), to: Day("2026-12-31")))
            #expect(december.debit == 160 && december.credit == 160)
            let bank = try #require(december.accounts.first { $0.account == "1000" })
            #expect([bank.opening, bank.debit, bank.credit, bank.closing] == [1_000, 80, 30, 1_050])
            #expect(december.accounts.reduce(0) { $0 + $1.closing } == 0)
            let november = try await model.call(TrialBalance(to: Day("2026-11-30")))
            #expect(november.debit == 1_100)
            try await withWorker(model) {
                let offloaded = try await model.offload(TrialBalance(to: Day("2026-11-30"))).value
                #expect(offloaded == november)
            }
        }
    }

    /// Each of the tasks books on the same day and accounts as the others.
    @Test func theTotalsOfTheAccountsAreTheSumsOfTheirPostings() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<24 {
                    group.addTask {
                        try await model.invoiced(Decimal(index + 1), customer: "K\(index)")
                        _ = try await model.call(RecordPayment(amount: 1, customer: "K\(index)"))
                    }
                }
                try await group.waitForAll()
            }
            let differences = try await database.store.first(
                """
                select count(*)
                from (select account, day, sum(amount) from accounting.posting group by account, day) p
                full join (
                  select account, day, sum(debit - credit) from accounting.account_total group by account, day
                ) t using (account, day, sum)
                where p.account is null
                  or t.account is null
                """, as: Int.self)
            #expect(differences == 0)
            #expect(try await model.call(TrialBalance()).debit == 324)
        }
    }

    @Test func profitAndBalanceAgree() async throws {
        try await example { model in
            let december = try await model.call(ProfitAndLoss(from: Day("2026-12-01")))
            #expect(december.income == 50 && december.expense == 30 && december.result == 20)
            #expect(december.accounts.map(\.account) == ["4000", "6000"])
            let sheet = try await model.call(BalanceSheet())
            #expect(sheet.assets == 1_120 && sheet.liabilities == 0 && sheet.equity == 1_120)
            #expect(sheet.accounts.last?.account == nil && sheet.accounts.last?.amount == 120)
            let before = try await model.call(BalanceSheet(on: Day("2026-11-30")))
            #expect(before.assets == 1_100 && before.equity == 1_100)
        }
    }

    @Test func aStatementGoesOnWithItsBalance() async throws {
        try await example { model in
            var statement = AccountStatement(account: "1000")
            statement.limit = 2
            let first = try await model.call(statement)
            #expect(first.entries.map(\.balance) == [1_000, 970])
            let next = try #require(first.next)
            statement.after = next
            let second = try await model.call(statement)
            #expect(second.entries.map(\.change) == [80] && second.entries.map(\.balance) == [1_050])
            #expect(second.next == nil && second.entries.first?.customer == "K")
            var december = AccountStatement(account: "1200")
            december.from = Day("2026-12-01")
            #expect(try await model.call(december).entries.map(\.balance) == [150, 70])
            await #expect(throws: ModelError.self) { try await model.call(AccountStatement(account: "x")) }
        }
    }

    @Test func openItemsTellTheirAgeAndArePaged() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(clock: clock)
            for amount in 1...5 { try await model.invoiced(Decimal(amount)) }
            clock.advance(by: 33 * 86_400)
            try await model.invoiced(6)
            var list = OpenItems(customer: "K")
            list.overdue = true
            list.limit = 3
            let first = try await model.call(list)
            #expect(first.items.map(\.overdueDays) == [3, 3, 3])
            #expect(first.items.map(\.ageDays) == [33, 33, 33])
            list.after = first.next
            let second = try await model.call(list)
            #expect(second.items.map(\.open) == [4, 5] && second.next == nil)
            #expect(try await model.open() == [1, 2, 3, 4, 5, 6])
        }
    }
}
