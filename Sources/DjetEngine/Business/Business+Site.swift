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
        NodeSeed(
            "/invoices/print", "export", title: "Print invoices",
            columns: ["function": .text(PrintInvoices.name)]),
        NodeSeed(
            "/invoices/documents", "export", title: "Export documents",
            columns: ["function": .text(ExportDocuments.name)]),
        NodeSeed("/customers", "customers", title: "Customers", position: 30),
        NodeSeed(
            "/customers/import", "import", title: "Import customers",
            columns: ["function": .text(ImportCustomers.name)]),
        NodeSeed(
            "/customers/export", "export", title: "Export customers",
            columns: ["function": .text(ExportCustomers.name)]),
        NodeSeed("/suppliers", "suppliers", title: "Suppliers", position: 35),
        NodeSeed(
            "/suppliers/import", "import", title: "Import suppliers",
            columns: ["function": .text(ImportSuppliers.name)]),
        NodeSeed(
            "/suppliers/export", "export", title: "Export suppliers",
            columns: ["function": .text(ExportSuppliers.name)]),
        NodeSeed("/products", "products", title: "Products", position: 40),
        NodeSeed(
            "/products/import", "import", title: "Import products",
            columns: ["function": .text(ImportProducts.name)]),
        NodeSeed(
            "/products/export", "export", title: "Export products",
            columns: ["function": .text(ExportProducts.name)]),
        NodeSeed("/price-lists", "price-lists", title: "Price lists", position: 45),
        NodeSeed(
            "/price-lists/import", "import", title: "Import prices",
            columns: ["function": .text(ImportPrices.name)]),
        NodeSeed(
            "/price-lists/export", "export", title: "Export prices",
            columns: ["function": .text(ExportPrices.name)]),
        NodeSeed("/stock", "stock", title: "Stock", position: 50),
        NodeSeed("/shipping", "shipping", title: "Shipping", position: 52),
        NodeSeed("/payments", "payments", title: "Payments", position: 54),
        NodeSeed(
            "/payments/import", "import", title: "Import a bank statement",
            columns: ["function": .text(ImportStatement.name)]),
        NodeSeed("/reminders", "reminders", title: "Reminders", position: 55),
        NodeSeed(
            "/reminders/export", "export", title: "Export reminders",
            columns: ["function": .text(ExportReminders.name)]),
        NodeSeed("/ledger", "ledger", title: "Ledger", position: 56),
        NodeSeed("/ledger/tax-rates", "tax-rates", title: "Tax rates"),
        NodeSeed(
            "/ledger/tax-rates/import", "import", title: "Import tax rates",
            columns: ["function": .text(ImportTaxRates.name)]),
        NodeSeed(
            "/ledger/tax-rates/export", "export", title: "Export tax rates",
            columns: ["function": .text(ExportTaxRates.name)]),
        NodeSeed(
            "/functions", "directory", title: "Functions", position: 60, access: BusinessRoles.seenByAll),
        NodeSeed(
            "/functions/order-totals", "function", title: "Order totals",
            columns: ["function": .text(OrderTotals.name)]),
        NodeSeed(
            "/functions/place-order", "function", title: "Place an order",
            columns: ["function": .text(PlaceOrder.name)]),
        NodeSeed(
            "/functions/change-order", "function", title: "Change a quote",
            columns: ["function": .text(ChangeOrder.name)]),
        NodeSeed(
            "/functions/invoice-order", "function", title: "Invoice an order",
            columns: ["function": .text(InvoiceOrder.name)]),
        NodeSeed(
            "/functions/invoice-open-orders", "function", title: "Invoice all open orders",
            columns: ["function": .text(InvoiceOpenOrders.name)]),
    ]

    /// The templates of its pages: `orders/list` is `Web/templates/business/orders/list.mustache`.
    public static var templates: [String: String] { Templates.shipped(by: "business") }
}
