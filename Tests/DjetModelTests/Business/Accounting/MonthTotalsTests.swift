import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct MonthTotalsTests {
    @Test func invoicesAndCreditNotesAreAddedUpByMonth() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(clock: clock)
            try await model.invoiced(10)
            try await model.invoiced(-4)
            clock.advance(by: 40 * 86_400)
            try await model.invoiced(20)
            let months = try await model.call(MonthTotals())
            #expect(months.count == 12 && months.map(\.month) == months.map(\.month).sorted())
            let used = months.filter { $0.invoiceCount > 0 }
            #expect(used.map(\.invoiced) == [10, 20] && used.map(\.credited) == [4, 0])
            #expect(used.map(\.net) == [6, 20] && used.map(\.invoiceCount) == [2, 1])
            #expect(try await model.call(MonthTotals(months: 1)).map(\.net) == [20])
            await #expect(throws: ModelError.self) { try await model.call(MonthTotals(months: 0)) }
        }
    }

    @Test func theyAddUpWhenManyInvoiceAtOnce() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<24 {
                    group.addTask { try await model.invoiced(index.isMultiple(of: 3) ? -1 : 2) }
                }
                try await group.waitForAll()
            }
            let sums = try await database.store.first(
                """
                select (select sum(total) from accounting.invoice) = (select sum(total) from accounting.month_total)
                """, as: Bool.self)
            #expect(sums == true)
            #expect(try await model.call(MonthTotals(months: 1)).map(\.invoiceCount) == [24])
        }
    }
}
