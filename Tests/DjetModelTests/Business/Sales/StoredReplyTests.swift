import DjetJSON
import DjetModel
import Foundation
import Testing

/// The replies of jobs that ended before a field came still have their values.
@Suite struct StoredReplyTests {
    private static let invoice = """
        "id": 1, "kind": "invoice", "number": 2, "orderId": 3, "orderNumber": "O1", "lineCount": 1, "total": 4.5,
        "issuedAt": "2026-01-02T03:04:05Z", "issuedOn": "2026-01-02"
        """

    @Test func anInvoiceOfBeforeThereWasTaxIsNet() throws {
        let summary = try JSON.value(InvoiceSummary.self, from: "{\(Self.invoice)}")
        #expect(summary.gross == Decimal(string: "4.5") && summary.tax == nil && summary.customer == nil)
        let whole = try JSON.value(Invoice.self, from: #"{\#(Self.invoice), "lines": []}"#)
        #expect(whole.gross == whole.total && whole.taxes.map(\.category) == [.outside])
        #expect(whole.taxes.first?.net == whole.total)
    }

    @Test func theGrossOfAnInvoiceThatHasOneIsRead() throws {
        let text = #"{\#(Self.invoice), "tax": 0.5, "gross": 5}"#
        let summary = try JSON.value(InvoiceSummary.self, from: text)
        #expect(summary.gross == 5 && summary.tax == Decimal(string: "0.5"))
        #expect(try JSON.value(InvoiceSummary.self, from: JSON.text(of: summary)) == summary)
        let taxed = try JSON.value(InvoiceSummary.self, from: #"{\#(Self.invoice), "tax": 0.5}"#)
        #expect(taxed.gross == 5)
    }

    @Test func anOrderOfBeforeThereWereQuotesIsConfirmed() throws {
        let order = """
            "id": 3, "number": "C1", "orderedOn": "2026-01-02", "total": -1, "lineCount": 1, "isReturn": true
            """
        let whole = try JSON.value(Order.self, from: #"{\#(order), "lines": []}"#)
        #expect(whole.kind == .return && whole.status == .confirmed)
        let found = """
            {"order": {\(order), "lines": []}, "invoices": [], "returns": [], "left": {"ordered": 0, "delivered": 0}}
            """
        #expect(try JSON.value(FindOrder.Output.self, from: found).expected == nil)
    }

    @Test func totalsOfBeforeThereWereCurrenciesHaveNoneInAForeignOne() throws {
        let totals = try JSON.value(
            OrderTotals.Output.self,
            from: """
                {"lines": 1, "orders": 1, "returns": 0, "salesTotal": 4, "returnsTotal": 0, "netTotal": 4}
                """)
        #expect(totals.foreign == [] && totals.netTotal == 4)
    }
}
