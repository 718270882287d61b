import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The entries balance, stay as they are, and respect what is closed: whatever SQL anybody sends.
@Suite struct LedgerEntryTests {
    private static let capital = PostEntry(
        text: "Capital", lines: [.init(account: "1000", amount: 100), .init(account: "3000", amount: -100)])

    /// The code with which the database refuses a statement; nil if it does not.
    private func refusal(_ statement: String, _ database: TestDatabase) async -> String? {
        do {
            try await database.store.query(Statement(text: statement))
            return nil
        } catch {
            return (error as? StoreError)?.sqlState?.rawValue ?? "\(error)"
        }
    }

    /// An entry of two postings in one statement.
    private func entry(
        _ amounts: (Int, Int), lines: (Int, Int) = (1, 2), account: String = "3000",
        day: String = "2026-11-21", columns: String = "", values: String = ""
    ) -> String {
        """
        with e as (
          insert into accounting.entry (source, text, day, posting_count\(columns))
          values (\(columns.isEmpty ? "'manual'" : "'reversal'"), 'x', '2026-11-21', 2\(values))
          returning id
        )
        insert into accounting.posting (entry_id, line, day, account, amount)
        select e.id, p.* from e cross join (values
          (\(lines.0), date '\(day)', '1000', \(amounts.0)),
          (\(lines.1), date '\(day)', '\(account)', \(amounts.1))) p
        """
    }

    @Test func anEntryThatIsNotWholeOrDoesNotBalanceIsRefused() async throws {
        try await withDatabase(business: true) { database in
            #expect(await refusal(entry((5, -5)), database) == nil)
            #expect(await refusal(entry((5, -4)), database) == "23514")
            #expect(await refusal(entry((5, -5), lines: (1, 3)), database) == "23514")
            #expect(await refusal(entry((5, -5), day: "2026-11-22"), database) == "23514")
            #expect(await refusal(entry((5, -5), account: "9999"), database) == "DJ409")
            let bare = "insert into accounting.entry (source, text, day, posting_count) values "
            #expect(await refusal(bare + "('manual', 'x', '2026-11-21', 2)", database) == "23514")
            #expect(await refusal(bare + "('manual', 'x', '2026-11-21', 1)", database) == "23514")
            let more = "insert into accounting.posting (entry_id, line, day, account, amount) select id, "
            for lines in ["1", "2", "3"] {
                let late = "\(lines) + p, day, '1000', p - 1.5 from accounting.entry, generate_series(1, 2) p"
                #expect(await refusal(more + late, database) != nil)
            }
            let totals = try await database.model().call(LedgerTotals())
            #expect(totals.entries == 1 && totals.debit == 5 && totals.credit == 5)
        }
    }

    @Test func whatIsBookedIsFrozen() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.invoiced(10)
            _ = try await model.call(RecordPayment(amount: 4, customer: "K"))
            for change in [
                "update accounting.entry set day = '2020-01-01'", "delete from accounting.entry",
                "update accounting.posting set amount = 1", "delete from accounting.posting",
                "update accounting.payment set amount = 1", "delete from accounting.settlement",
                "update accounting.open_item set due_on = '2030-01-01'", "delete from accounting.open_item",
                "update accounting.ledger_account set code = 'x' where code = '1000'",
                "delete from accounting.ledger_account", "delete from accounting.books",
            ] {
                #expect(await refusal(change, database) == "DJ409", "\(change)")
            }
            #expect(await refusal("update accounting.open_item set settled = 5", database) == "23514")
        }
    }

    @Test func aClosedPeriodTakesNoEntryUntilItIsOpened() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let yesterday = try #require(Day("2026-11-20"))
            #expect(try await model.call(ClosePeriod(upTo: yesterday)) == yesterday)
            let earlier = try #require(Day("2026-10-31"))
            #expect(try await model.call(ClosePeriod(upTo: earlier)) == yesterday, "it stays closed")
            var late = Self.capital
            late.day = yesterday
            let error = await #expect(throws: ModelError.self) { try await model.call(late) }
            #expect(error?.message.contains("the period of 2026-11-20 is closed") == true)
            _ = try await model.call(Self.capital)
            await #expect(throws: ModelError.self) {
                try await model.call(ClosePeriod(upTo: try #require(Day("2026-11-21"))))
            }
            #expect(await refusal("update accounting.books set closed_until = null", database) == "DJ409")
            #expect(try await model.call(ReopenPeriod(after: earlier)).closedUntil == earlier)
            _ = try await model.call(late)
            let record = try await database.store.rows(
                "select concat_ws(' ', closed_until, closed_until_before) from accounting.closing order by id",
                as: String.self)
            #expect(record == ["2026-11-20", "2026-10-31 2026-11-20"])
        }
    }

    /// A transaction that has made an entry is waited for; one with an older snapshot cannot slip in.
    @Test func noEntrySlipsInWhileAPeriodCloses() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let yesterday = try #require(Day("2026-11-20"))
            var late = Self.capital
            late.day = yesterday
            let closing = try await model.transaction { writer in
                _ = try await writer.call(late)
                let closing = Task { try await model.call(ClosePeriod(upTo: yesterday)) }
                _ = try await database.blocked(like: "%close_period%")
                return closing
            }
            #expect(try await closing.value == yesterday)
            #expect(try await model.call(LedgerTotals()).entries == 1)

            try await database.store.query("select accounting.reopen_period(null)")
            try await database.store.withConnection { old in
                try await old.query("begin isolation level repeatable read")
                try await old.query("select count(*) from accounting.entry")
                _ = try await model.call(ClosePeriod(upTo: yesterday))
                let error = await #expect(throws: StoreError.self) {
                    try await old.query(
                        Statement(text: entry((5, -5)).replacing("2026-11-21", with: "2026-11-20")))
                }
                #expect(error?.sqlState?.rawValue == "40001")
                try await old.query("rollback")
            }
        }
    }

    @Test func anEntryIsReversedOnce() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let booked = try await model.call(Self.capital)
            let results = await withTaskGroup(of: LedgerEntry?.self) { group in
                for _ in 0..<6 {
                    group.addTask { try? await model.call(ReverseEntry(entry: booked.id, text: "twice")) }
                }
                return await group.reduce(into: [LedgerEntry]()) { if let entry = $1 { $0.append(entry) } }
            }
            let reversal = try #require(results.first)
            #expect(results.count == 1 && reversal.reverses == booked.id)
            #expect(reversal.postings.map(\.amount) == [-100, 100])
            #expect(try await model.balance("1000") == 0)
            await #expect(throws: ModelError.self) {
                try await model.call(ReverseEntry(entry: reversal.id))
            }
            let other = try await model.call(Self.capital).id
            let half = entry((5, -5), columns: ", reverses", values: ", \(other)")
            #expect(await refusal(half, database) == "23514", "a reversal has the same amounts")
        }
    }

    @Test func anInvoiceIsPostedInItsOwnTransaction() async throws {
        struct ChangeOfMind: Error {}
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try? await model.transaction { model in
                try await model.invoiced(10)
                throw ChangeOfMind()
            }
            #expect(try await model.call(LedgerTotals()).entries == 0)
            try await model.invoiced(10)
            try await model.invoiced(-3)
            try await model.invoiced(5, customer: nil)
            let totals = try await model.call(LedgerTotals())
            #expect(totals.entries == 3 && totals.debit == 18 && totals.credit == 18)
            #expect(totals.receivables == 12 && totals.openItems == 12)
            #expect(try await model.balance("4000") == -12)
            let items = try await model.call(OpenItems()).items
            #expect(items.map(\.dueOn.description) == ["2026-11-21", "2026-12-21", "2026-12-21"])
            let entry = try #require(items.first?.entryId)
            await #expect(throws: ModelError.self) { try await model.call(ReverseEntry(entry: entry)) }
        }
    }
}
