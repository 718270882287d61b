import DjetCommand
import DjetEngine
import DjetModel

/// The shipped application: Djet's subcommands, and the shipped business.
@main struct Djet {
    static func main() async {
        await Application(
            name: "djet",
            functions: [
                PlaceOrder.self, ImportOrders.self, OrderTotals.self, ListOrders.self, FindOrder.self,
                InvoiceOrder.self, InvoiceOpenOrders.self, ExportInvoices.self, ListInvoices.self,
                FindInvoice.self, SetTimeZone.self,
            ],
            sql: { [try DjetSQL.business()] },
            tree: BusinessTree.seeds,
            commands: [DemoCommand.self]
        ).main()
    }
}
