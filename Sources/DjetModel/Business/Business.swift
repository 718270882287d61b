public import DjetStore

/// The shipped business, sales and accounting. Each room extends it with its own share.
public enum Business {
    /// The model functions of the business.
    public static var functions: [any ModelFunction.Type] {
        [
            PlaceOrder.self, ImportOrders.self, OrderTotals.self, ListOrders.self, FindOrder.self,
            InvoiceOrder.self, InvoiceOpenOrders.self, ExportInvoices.self, ListInvoices.self,
            FindInvoice.self, SetTimeZone.self,
        ]
    }

    /// Returns the tables and SQL functions of the business.
    public static func sql() throws -> SQLSet { try DjetSQL.set(home: "business") }
}
