import DjetJSON
public import DjetModel

extension Business {
    /// The engines that answer at the nodes of the business.
    public static var engines: [any Engine] {
        [
            OrdersEngine(), InvoicesEngine(), ImportDeskEngine(),
            ExportEngine(function: ExportInvoices.self), CustomersEngine(), SuppliersEngine(),
            ProductsEngine(), PriceListsEngine(), StockEngine(), ShippingEngine(), LedgerEngine(),
            TaxRatesEngine(), PaymentsEngine(), RemindersEngine(), TodayEngine(),
        ]
    }

    /// The nodes of the business: today's work, all that it keeps, with import and export, and functions with
    /// a form. Only the roles of the business, and administrators, may do or see anything there.
    public static let nodes: [NodeSeed] = unguarded.map { seed in
        var seed = seed
        let function = seed.columns["function"]?.text
        seed.access = BusinessRoles.rules(ofBasetype: seed.basetype, function: function) ?? seed.access
        return seed
    }

    /// The nodes without the rules that their basetypes and functions give them.
    private static let unguarded: [NodeSeed] = [
        NodeSeed("/today", "today", title: "Today", position: 5),
        NodeSeed("/orders", "orders", title: "Orders", position: 10),
        NodeSeed("/orders/import", "import", title: "Import orders"),
        NodeSeed("/invoices", "invoices", title: "Invoices", position: 20),
        NodeSeed("/invoices/export", "export", title: "Export invoices"),
        seed("/invoices/print", "export", PrintInvoices.self, title: "Print invoices"),
        seed("/invoices/documents", "export", ExportDocuments.self, title: "Export documents"),
        NodeSeed("/customers", "customers", title: "Customers", position: 30),
        seed("/customers/import", "import", ImportCustomers.self, title: "Import customers"),
        seed("/customers/export", "export", ExportCustomers.self, title: "Export customers"),
        NodeSeed("/suppliers", "suppliers", title: "Suppliers", position: 35),
        seed("/suppliers/import", "import", ImportSuppliers.self, title: "Import suppliers"),
        seed("/suppliers/export", "export", ExportSuppliers.self, title: "Export suppliers"),
        NodeSeed("/products", "products", title: "Products", position: 40),
        seed("/products/import", "import", ImportProducts.self, title: "Import products"),
        seed("/products/export", "export", ExportProducts.self, title: "Export products"),
        NodeSeed("/price-lists", "price-lists", title: "Price lists", position: 45),
        seed("/price-lists/import", "import", ImportPrices.self, title: "Import prices"),
        seed("/price-lists/export", "export", ExportPrices.self, title: "Export prices"),
        NodeSeed("/stock", "stock", title: "Stock", position: 50),
        NodeSeed("/shipping", "shipping", title: "Shipping", position: 52),
        NodeSeed("/payments", "payments", title: "Payments", position: 54),
        seed("/payments/import", "import", ImportStatement.self, title: "Import a bank statement"),
        NodeSeed("/reminders", "reminders", title: "Reminders", position: 55),
        seed("/reminders/export", "export", ExportReminders.self, title: "Export reminders"),
        NodeSeed("/ledger", "ledger", title: "Ledger", position: 56),
        NodeSeed("/ledger/tax-rates", "tax-rates", title: "Tax rates"),
        seed("/ledger/tax-rates/import", "import", ImportTaxRates.self, title: "Import tax rates"),
        seed("/ledger/tax-rates/export", "export", ExportTaxRates.self, title: "Export tax rates"),
        NodeSeed(
            "/functions", "directory", title: "Functions", position: 60, access: BusinessRoles.seenByAll),
        seed("/functions/order-totals", "function", OrderTotals.self, title: "Order totals"),
        seed("/functions/place-order", "function", PlaceOrder.self, title: "Place an order"),
        seed("/functions/change-order", "function", ChangeOrder.self, title: "Change a quote"),
        seed("/functions/invoice-order", "function", InvoiceOrder.self, title: "Invoice an order"),
        seed(
            "/functions/invoice-open-orders", "function", InvoiceOpenOrders.self,
            title: "Invoice all open orders"),
    ]

    /// Returns the node of a function.
    private static func seed(
        _ path: String, _ basetype: String, _ function: any ModelFunction.Type, title: String
    ) -> NodeSeed {
        NodeSeed(path, basetype, title: title, columns: ["function": .text(function.name)])
    }

    /// The templates of its pages: `orders/list` is `Web/templates/business/orders/list.mustache`.
    public static var templates: [String: String] { Templates.shipped(by: "business") }

    /// The texts of its pages and documents in other languages: `Web/languages/business/da.json` is Danish.
    public static let languages = ["da": Languages.shipped("da", of: "business")]
}
