public import DjetStore

/// The shipped business, sales and accounting. Each room says what it has of it.
public enum Business {
    /// Its model functions.
    public static var functions: [any ModelFunction.Type] {
        [
            PlaceOrder.self, ImportOrders.self, OrderTotals.self, ListOrders.self, FindOrder.self,
            InvoiceOrder.self, InvoiceOpenOrders.self, ExportInvoices.self, ListInvoices.self,
            FindInvoice.self, SetTimeZone.self,
        ]
    }

    /// Its tables and SQL functions.
    public static func sql() throws -> SQLSet { try DjetSQL.set(home: "business") }
}
