import DjetModel
import Foundation

/// The demo's knowledge of the shipped business.
struct DemoBusiness {
    let model: Model

    /// Returns a file of made-up orders in chunks, the same ones each time.
    static func sample(orders: Int) -> some Sequence<[UInt8]> {
        SampleOrders(count: orders, seed: 1)
    }

    /// Imports a file of orders, invoices them, exports the invoices, ships the orders and takes payments,
    /// each by jobs whose tickets are awaited.
    func run(on file: File) async throws -> DemoResult {
        let report = try await stage("Importing orders", ImportOrders(file: file))
        let issued = try await stage("Invoicing", InvoiceOpenOrders())
        let export = try await stage("Exporting invoices", ExportInvoices())
        let ledger = try await model.call(LedgerTotals())
        let parcels = try await shipped()
        let payments = try await paid()
        let closing = try await model.call(LedgerTotals())
        return DemoResult(
            lines: report.lines, accepted: report.accepted, rejected: report.rejected, orders: report.orders,
            returns: report.returns, invoices: issued.invoices, creditNotes: issued.creditNotes,
            notInvoiced: issued.failed.count,
            foreign: report.foreign?.map { $0.orders + $0.returns }.reduce(0, +) ?? 0, parcels: parcels,
            payments: payments.count,
            salesTotal: report.salesTotal, returnsTotal: report.returnsTotal, netTotal: report.netTotal,
            ledger: ledger, paid: payments.map(\.amount).reduce(0, +),
            openReceivables: closing.receivables, invoicesFile: export, rejectsFile: report.rejects,
            failure: report.explanation)
    }

    /// Receives the goods that were ordered, and ships all orders. Returns the number of parcels.
    private func shipped() async throws -> Int {
        _ = try await stage("Receiving goods", ReceiveOrdered(reference: "Demo"))
        return try await stage("Shipping", ShipOpenOrders()).parcels
    }

    /// Has the first half of the customers, by code, pay all that they owe, each by a job.
    private func paid() async throws -> [CustomerPayment] {
        let start = ContinuousClock.now
        let bar = ProgressBar("Taking payments")
        defer { bar.clear() }
        let debts = try await debts()
        let payments = debts.prefix((debts.count + 1) / 2).map { debt in
            RecordPayment(amount: debt.amount, customer: debt.customer, reference: "Demo")
        }
        let tickets = try await model.offload(payments)
        let results = try await model.results(of: tickets) { done in
            bar.show(JobProgress(done: done, of: tickets.count))
        }
        Self.report("Taking payments", since: start, by: tickets.last.map { "\($0)" } ?? "")
        return try results.map { try $0.get() }
    }

    /// Returns the customers who owe something, by code, and how much.
    private func debts() async throws -> [(customer: String, amount: Decimal)] {
        var owed: [String: Decimal] = [:]
        var list = OpenItems()
        list.limit = 1_000
        repeat {
            let page = try await model.call(list)
            for item in page.items {
                if let customer = item.customer { owed[customer, default: 0] += item.open }
            }
            list.after = page.next
        } while list.after != nil
        return owed.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func stage<Function: ModelFunction>(
        _ title: String, _ function: Function
    ) async throws -> Function.Output {
        let start = ContinuousClock.now
        let ticket = try await model.offload(function)
        let value = try await ticket.shown(by: ProgressBar(title)) { try await $0.value }
        Self.report(title, since: start, by: "\(ticket)")
        return value
    }

    private static func report(_ title: String, since start: ContinuousClock.Instant, by ticket: String) {
        let took = start.duration(to: .now).text.padded(to: 8, onTheLeft: true)
        Terminal.error.line("\(Ink.green("✓", on: .error)) \(title.padded(to: 20))\(took)  \(ticket)")
    }
}
