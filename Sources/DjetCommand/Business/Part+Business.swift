import DjetEngine
import DjetModel

extension Part {
    /// The shipped business: sales, accounting and logistics, with pages, imports, exports and `demo`.
    ///
    /// Its schedule `accounting.dun` writes reminders every day. It begins paused, since nobody gets a letter
    /// that no person has decided on: `djet schedules resume accounting.dun`. Its 6:30 is that of UTC,
    /// whatever the shop's time zone is, until `djet schedules change accounting.dun --zone ZONE` sets
    /// another.
    public static var business: Part {
        Part(
            "business", functions: Business.functions,
            schedules: [Schedule("accounting.dun", "30 6 * * *", isPaused: true) { Dun() }],
            sql: { [try Business.sql()] },
            prepare: { $0.providing(LetterPrinter(), as: (any DocumentPrinter).self) },
            engines: Business.engines, nodes: Business.nodes, templates: Business.templates,
            languages: Business.languages,
            commands: [DemoCommand.self, ImportShopCommand.self, ImportStatementCommand.self],
            examples: [
                "call accounting.invoice-order --args '{\"order\": 7}'",
                "call sales.import-orders --file file=orders.csv --save rejects",
                "call accounting.import-statement --file file=2026-11-30.xml",
                "call accounting.export-invoices --save exports",
                "call accounting.print-invoices --args '{\"from\": \"2026-11-01\"}' --save prints",
                "call logistics.ship-order --args '{\"order\": 7, \"carrier\": \"DHL\"}'",
                "offload accounting.invoice-order --args '{\"order\": 7}' --wait",
                "offload sales.import-orders --file file=orders.csv --wait --save rejects",
                "offload accounting.export-invoices --after default.42 --wait --save exports",
                "offload accounting.invoice-open-orders --run-at '2026-12-01 06:00'",
                "jobs list --kind sales.import-orders",
            ])
    }
}
