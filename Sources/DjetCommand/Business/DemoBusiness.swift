import DjetModel

/// The demo's knowledge of the shipped business.
struct DemoBusiness {
    let model: Model

    /// Returns a file of made-up orders in chunks, the same ones each time.
    static func sample(orders: Int) -> some Sequence<[UInt8]> {
        SampleOrders(count: orders, seed: 1)
    }

    /// Imports a file of orders, invoices them and exports the invoices, each as a job whose ticket is
    /// awaited.
    func run(on file: File) async throws -> DemoResult {
        let report = try await stage("Importing orders", ImportOrders(file: file))
        let issued = try await stage("Invoicing", InvoiceOpenOrders())
        let export = try await stage("Exporting invoices", ExportInvoices())
        let ledger = try await model.call(LedgerTotals())
        return DemoResult(
            lines: report.lines, accepted: report.accepted, rejected: report.rejected, orders: report.orders,
            returns: report.returns, invoices: issued.invoices, creditNotes: issued.creditNotes,
            notInvoiced: issued.failed.count,
            salesTotal: report.salesTotal, returnsTotal: report.returnsTotal, netTotal: report.netTotal,
            ledger: ledger, invoicesFile: export, rejectsFile: report.rejects, failure: report.failure)
    }

    private func stage<Function: ModelFunction>(
        _ title: String, _ function: Function
    ) async throws -> Function.Output {
        let start = ContinuousClock.now
        let ticket = try await model.offload(function)
        let value = try await ticket.shown(by: ProgressBar(title)) { try await $0.value }
        let took = start.duration(to: .now).text.padded(to: 8, onTheLeft: true)
        Terminal.error.line("\(Ink.green("✓", on: .error)) \(title.padded(to: 20))\(took)  \(ticket)")
        return value
    }
}
