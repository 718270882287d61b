import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct DunTests {
    /// A shop with three levels, whose invoices are due after 30 days.
    private struct Shop: Sendable {
        let model: Model
        let store: Store
        let clock: TestClock

        /// Writes the reminders so many days later: the numbers of letters, of their items, and of customers
        /// who got none.
        func dun(after days: Int) async throws -> [Int] {
            clock.advance(by: TimeInterval(days) * 86_400)
            let output = try await model.call(Dun())
            return [output.reminders, output.items, output.customersLeft]
        }

        /// The levels of all letters, latest first.
        func levels() async throws -> [Int] {
            try await model.call(ListReminders()).reminders.map(\.level)
        }
    }

    private func withShop(_ body: (Shop) async throws -> Void) async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(clock: clock)
            _ = try await model.call(
                SetDunningLevels(levels: [
                    .init(days: 7, title: "First", text: "Please pay."),
                    .init(days: 21, fee: 5, title: "Second", text: "Pay."),
                    .init(days: 42, fee: Decimal(string: "7.5"), title: "Third", text: "Pay now."),
                ]))
            try await body(Shop(model: model, store: database.store, clock: clock))
        }
    }

    @Test func anInvoiceRisesOneLevelAtATime() async throws {
        try await withShop { shop in
            let model = shop.model
            try await model.invoiced(100)
            var levels: [Int?] = []
            for days in [30, 6, 1, 1, 12, 1, 20, 1, 100] {
                let written = try await shop.dun(after: days)[0]
                levels.append(written == 1 ? try await shop.levels().first : nil)
            }
            #expect(levels == [nil, nil, 1, nil, nil, 2, nil, 3, nil])
            let last = try await model.call(FindReminder(reminder: 3))
            #expect(last.title == "Third" && last.text == "Pay now." && last.fee == Decimal(string: "7.5"))
            #expect(last.total == 100 && last.toPay == Decimal(string: "107.5") && last.customer == "K")
            #expect(last.items.map(\.overdueDays) == [42] && last.items.map(\.level) == [3])
            #expect(try await model.balance("1200") == 100, "no fee is booked")
        }
    }

    @Test func whatIsLongOverdueBeginsWithTheFirstLevel() async throws {
        try await withShop { shop in
            let model = shop.model
            try await model.invoiced(100)
            #expect(try await shop.dun(after: 200)[0] == 1)
            #expect(try await shop.dun(after: 1)[0] == 0)
            #expect(try await shop.dun(after: 13)[0] == 1, "as long after the letter as the levels are apart")
            #expect(try await shop.levels() == [2, 1])
        }
    }

    @Test func oneLetterListsAllThatACustomerOwesAtTheHighestLevel() async throws {
        try await withShop { shop in
            let model = shop.model
            try await model.invoiced(100)
            try await model.invoiced(40, customer: "Other")
            try await model.invoiced(9, customer: nil)
            #expect(try await shop.dun(after: 37) == [2, 2, 0])
            try await model.invoiced(20)
            #expect(try await shop.dun(after: 14) == [2, 2, 0])
            _ = try await model.call(RecordPayment(amount: 40, customer: "Other"))
            _ = try await model.call(RecordPayment(amount: 70, invoices: [1]))
            #expect(try await shop.dun(after: 23) == [1, 2, 0])
            let letter = try await model.call(FindReminder(reminder: 5))
            #expect(letter.level == 3 && letter.total == 50 && letter.customer == "K")
            #expect(letter.items.map(\.level) == [3, 1] && letter.items.map(\.open) == [30, 20])
            #expect(try await shop.dun(after: 14)[1] == 2)
            let next = try await model.call(FindReminder(reminder: 6))
            #expect(next.level == 2 && next.items.map(\.level) == [nil, 2], "the other is listed again")
            #expect(try await model.call(Dun()).reminders == 0, "one letter a day")
        }
    }

    @Test func whoHasAsMuchToGetIsLeftAlone() async throws {
        try await withShop { shop in
            let model = shop.model
            try await model.invoiced(100)
            try await model.invoiced(-60)
            _ = try await shop.dun(after: 37)
            let letter = try await model.call(FindReminder(reminder: 1))
            #expect(letter.total == 100 && letter.credit == 60 && letter.toPay == 40)
            try await model.invoiced(-40)
            #expect(try await shop.dun(after: 14) == [0, 0, 1])
        }
    }

    @Test func manyAtOnceWriteOneLetter() async throws {
        try await withShop { shop in
            let model = shop.model
            for number in 1...30 { try await model.invoiced(10, customer: "K\(number % 10)") }
            _ = try await shop.dun(after: 36)
            shop.clock.advance(by: 86_400)
            let written = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 { group.addTask { try await model.call(Dun()).reminders } }
                return try await group.reduce(0, +)
            }
            #expect(written == 10)
            #expect(try await shop.levels() == Array(repeating: 1, count: 10))
        }
    }

    @Test func levelsThatCannotBeAreRefusedAndLettersStay() async throws {
        try await withShop { shop in
            let model = shop.model
            try await model.invoiced(100)
            _ = try await shop.dun(after: 37)
            for levels in [
                [DunningLevel(days: 0, title: "a", text: "b")], [.init(days: 366, title: "a", text: "b")],
                [.init(days: 1 << 31, title: "a", text: "b")],
                [.init(days: 5, title: "", text: "b")], [.init(days: 5, fee: 0, title: "a", text: "b")],
                [.init(days: 5, title: "a", text: "b"), .init(days: 5, title: "a", text: "b")],
                (1...10).map { .init(days: $0, title: "a", text: "b") },
            ] {
                await #expect(throws: ModelError.self) {
                    try await model.call(SetDunningLevels(levels: levels))
                }
            }
            let kept = try await model.call(ListDunningLevels())
            #expect(kept.map(\.days) == [7, 21, 42] && kept.map(\.fee) == [nil, 5, Decimal(string: "7.5")])
            #expect(try await model.call(SetDunningLevels(levels: [])).isEmpty)
            #expect(try await shop.dun(after: 100)[0] == 0)
            #expect(try await model.call(FindReminder(reminder: 1)).title == "First")
            await #expect(throws: StoreError.self) {
                try await shop.store.query("update accounting.reminder set total = 1")
            }
        }
    }

    @Test func theExportHasEachLetter() async throws {
        try await withShop { shop in
            let model = shop.model
            try await model.invoiced(100)
            _ = try await shop.dun(after: 37)
            _ = try await shop.dun(after: 14)
            let text = try await model.text(of: try await model.call(ExportReminders()))
            #expect(
                text.split(separator: "\r\n") == [
                    "id,day,level,customer,name,total,credit,fee,to_pay",
                    "1,2026-12-28,1,K,,100.00,0.00,0,100.00", "2,2027-01-11,2,K,,100.00,0.00,5.00,105.00",
                ])
        }
    }
}
