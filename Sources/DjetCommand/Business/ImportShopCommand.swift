public import ArgumentParser
import DjetJobmachine
import DjetModel
import DjetStore

/// Imports a folder of CSV files as a shop.
public struct ImportShopCommand: AsyncParsableCommand {
    /// The command's help.
    public static var configuration: CommandConfiguration {
        .named(
            "import-shop", "Imports customers, suppliers, products and orders from a folder of CSV files.",
            """
            It takes the files that are there: suppliers.csv, categories.csv, products.csv, customers.csv, \
            orders.csv, and the lines of the orders as order_details.csv or order_lines.csv. It imports \
            in one transaction. A row or an order that breaks a rule is rejected and reported; the others are \
            booked. Then it ships and invoices, if that is wanted, all that is open. An order in another \
            currency than the shop's is not invoiced.
            """,
            examples: ["import-shop northwind --currency USD --ship --invoice --save rejects"])
    }

    @Argument(help: "The folder.") var folder: String
    @Option(help: "The currency of all prices (default: the shop's own).") var currency: String?
    @Flag(help: "Ship all open orders afterwards.") var ship = false
    @Flag(help: "Invoice all open orders afterwards.") var invoice = false
    @Option(help: "Save what was rejected, with the reasons, in this folder.") var save: String?
    @Option(help: "The number of jobs to run at once.") var slots = 10
    @OptionGroup(title: "Database") var target: DatabaseOptions

    /// Creates the command, which the parser fills.
    public init() {}

    /// Throws `ValidationError` if the number of slots is out of range.
    public func validate() throws {
        guard (1...10_000).contains(slots) else {
            throw ValidationError("--slots must be from 1 to 10000 (got \(slots))")
        }
    }

    /// Checks the files, imports them, and does what follows.
    public func run() async throws {
        let files = try ShopFolder(folder)
        let saved = try save.map { try OutputFolder($0) }
        try await withSession(target, connections: slots + 14) { session in
            let function = try await files.stored(currency: currency, in: session.model)
            let output = try await session.model.call(function)
            show(output)
            if let saved { try await Self.keep(output, in: saved, of: session.model) }
            if let failure = output.failure { throw CommandFailure(.failed, failure) }
            guard ship || invoice else { return }
            let workers = WorkerConfiguration(queues: session.application.queues, slots: slots)
            try await session.run([session.worker(workers)]) { [ship, invoice] in
                try await Self.follow(output, in: session.model, ship: ship, invoice: invoice)
            }
        }
    }

    private func show(_ output: ImportShop.Output) {
        let advice = save == nil ? "; \(OutputFolder.advice)" : ""
        for (name, report) in output.reports {
            let rejected = report.rejected > 0 ? ", \(report.rejected) rejected\(advice)" : ""
            Terminal.output.line("\(name.padded(to: 14))\(report.accepted)\(rejected)")
        }
    }

    /// Saves the rejects of each part of the shop under its name.
    private static func keep(
        _ output: ImportShop.Output, in folder: OutputFolder, of model: Model
    ) async throws {
        for (name, report) in output.reports {
            guard let rejects = report.reasons else { continue }
            try await folder.keep(rejects, as: "\(name)-\(rejects.name)", of: model)
        }
    }

    /// Ships and invoices what is open, if that is wanted. Throws `CommandFailure` if the import's own orders
    /// are not invoiced.
    private static func follow(
        _ output: ImportShop.Output, in model: Model, ship: Bool, invoice: Bool
    ) async throws {
        if ship {
            let shipped = try await model.offload(ShipOpenOrders()).value
            show("parcels", try await output.tally(in: model).parcels, of: shipped.parcels)
        }
        guard invoice else { return }
        let issued = try await model.offload(InvoiceOpenOrders()).value
        let tally = try await output.tally(in: model)
        show("invoices", tally.invoices, of: issued.invoices)
        if issued.creditNotes > 0 { show("credit notes", 0, of: issued.creditNotes) }
        if let refusal = tally.refusal { throw CommandFailure(.failed, refusal) }
    }

    /// Prints how many documents there are of the import's own orders, and of others that were open.
    private static func show(_ name: String, _ own: Int, of all: Int) {
        let others = all > own ? ", and \(all - own) of earlier orders" : ""
        Terminal.output.line("\(name.padded(to: 14))\(own)\(others)")
    }
}
