import DjetModel
import DjetTestSupport
import Foundation
import Testing

@testable import DjetStore

@Suite struct LedgerAccountTests {
    private func imported(_ text: String, in model: Model) async throws -> ImportAccounts.Output {
        let file = try await model.storeFile(name: "chart.csv", mimeType: "text/csv") {
            try await $0.write(Array(text.utf8))
        }
        return try await model.call(ImportAccounts(file: file))
    }

    @Test func aChartIsImportedAndItsAccountsPlayTheRoles() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let chart =
                "Code;Name;Kind;Active\n8400;Erlöse;income;\n1000;Bank A;asset;\n6000;Old;expense;false\n"
            let output = try await imported(chart, in: model)
            #expect(output.created == 1 && output.changed == 2)
            let again = try await imported(chart, in: model)
            #expect(again.created == 0 && again.changed == 0)
            #expect(try await model.call(SetLedgerRole(role: "sales", account: "8400")) == "8400")
            try await model.invoiced(10)
            #expect(try await model.balance("8400") == -10)
            let accounts = try await model.call(ListAccounts())
            #expect(accounts.first { $0.code == "8400" }?.roles == ["sales"])
            #expect(accounts.first { $0.code == "6000" }?.isActive == false)
            for (role, account) in [("sales", "1000"), ("luck", "8400"), ("sales", "6000")] {
                await #expect(throws: ModelError.self) {
                    try await model.call(SetLedgerRole(role: role, account: account))
                }
            }
        }
    }

    @Test(arguments: [
        ("code,name,kind\n1,A,wealth\n", "line 2: the kind must be one of asset"),
        ("code,name,kind\n7,A,asset\n,B,asset\n", "line 3: a code has"),
        ("code,name,kind\n7,A,asset\n1000,Bank,income\n", "account 1000 is of the kind asset"),
        ("code,name,kind,active\n7,A,asset,\n1000,Bank,asset,false\n", "account 1000 plays the role bank"),
    ])
    func aChartThatIsWrongInOneLineChangesNothing(chart: String, words: String) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let before = try await model.call(ListAccounts())
            let error = await #expect(throws: ModelError.self) { try await imported(chart, in: model) }
            #expect(error?.message.contains(words) == true, "\(String(describing: error))")
            #expect(try await model.call(ListAccounts()) == before)
        }
    }

    /// A database that was invoiced from before there was a ledger.
    @Test func whatWasInvoicedBeforeIsPostedByTheMigration() async throws {
        try await withDatabase { database in
            let business = try Business.sql()
            let old = try SQLSet(home: "business", files: business.files.filter { ($0.number ?? 99) <= 7 })
            _ = try await Migrator([old]).migrate(database.store)
            try await database.store.query(
                """
                insert into sales.order (ordered_on, line_count, total, number, kind)
                select '2026-01-01', 1, case n when 3 then -4 else n end, 'O' || n,
                  case n when 3 then 'return' else 'order' end
                from generate_series(1, 3) n
                """)
            try await database.store.query(
                """
                insert into accounting.invoice (number, order_id, issued_on, line_count, total, kind, order_number)
                select id, id, '2026-01-02', 1, total, case kind when 'return' then 'credit-note' else 'invoice' end,
                  number
                from sales.order
                """)
            _ = try await Migrator([business]).migrate(database.store)
            let model = database.model()
            let totals = try await model.call(LedgerTotals())
            #expect(totals.entries == 3 && totals.debit == 7 && totals.credit == 7)
            #expect(totals.receivables == -1 && totals.openItems == -1)
            let items = try await model.call(OpenItems()).items
            #expect(items.map(\.dueOn.description) == ["2026-01-02", "2026-02-01", "2026-02-01"])
            #expect(items.map(\.open) == [-4, 1, 2])
        }
    }
}
