import DjetStore

/// Imports a whole shop from CSV files: suppliers, products with their prices, customers, and orders with
/// their lines, discounts, freight and addresses, in one transaction. A row or an order that breaks a rule is
/// rejected and reported; the others are booked.
///
/// Columns are found by their names in any order. Orders are confirmed; their freight becomes a line of the
/// product `FREIGHT`. An order is rejected whole, also if it exists already.
///
/// - Throws: ``ModelError/invalid(_:)`` if a file, or a line of an order, cannot be read.
public struct ImportShop: ModelFunction {
    /// The name `sales.import-shop`.
    public static let name = "sales.import-shop"

    /// The hints of its form.
    public static let hints = [
        "products": "A column unit price gives the prices of the list standard",
        "lines": "A line for each product of an order; the discount is a share, such as 0.05",
        "currency": "Of all prices; it becomes the shop's own if that has none",
        "decimal": "point is 1,234.50, comma is 1.234,50; without it, 1.000 is rejected",
    ]

    /// The list whose prices the file of products has.
    private static let list = "standard"

    /// The results by file; nil for what was not given.
    public struct Output: Codable, Sendable {
        /// The suppliers.
        public var suppliers: RowReport?

        /// The products.
        public var products: RowReport?

        /// The prices of the products.
        public var prices: RowReport?

        /// The customers.
        public var customers: RowReport?

        /// The orders, with the reasons why some were not booked.
        public var orders: RowReport?

        /// The number of lines of orders that were read.
        public var lines = 0

        /// The id of the first order that was booked; nil if none was.
        public var firstOrder: Order.ID?

        /// The reports that there are, each with the name of its part.
        public var reports: [(name: String, report: RowReport)] {
            let all = [
                ("suppliers", suppliers), ("products", products), ("prices", prices),
                ("customers", customers), ("orders", orders),
            ]
            return all.compactMap { name, report in report.map { (name, $0) } }
        }
    }

    /// The suppliers, as ``ImportSuppliers`` takes them.
    public var suppliers: File?

    /// The categories of the products: codes and names.
    public var categories: File?

    /// The products, as ``ImportProducts`` takes them, perhaps with a unit price.
    public var products: File?

    /// The customers, as ``ImportCustomers`` takes them.
    public var customers: File?

    /// The orders: number, customer, day, freight, and the parts of a delivery address.
    public var orders: File?

    /// The lines of the orders: order number, product, quantity, unit price, discount.
    public var lines: File?

    /// The currency of all prices by ISO 4217; nil means the shop's own.
    public var currency: String?

    /// The decimal sign; nil rejects a number that can be read in two ways, such as `1.000`.
    public var decimal: DecimalSign?

    /// Creates the import of no file, to be filled.
    public init() {}

    /// Imports the files, one after the other.
    public func run(in model: Model) async throws -> Output {
        let currency = try await settledCurrency(in: model)
        try await model.database.query("select sales.import_shop_begin()")
        let last = try await lastOrder(in: model)
        var output = Output()
        output.suppliers = try await rows(of: suppliers, ImportSuppliers.shape, in: model)
        _ = try await rows(of: categories, .categories, in: model)
        output.products = try await rows(of: products, ImportProducts.shape, in: model)
        try await model.database.query("select sales.name_categories()")
        if let products {
            _ = try await model.call(SetPriceList(code: Self.list, currency: currency))
            let given = ["list": Self.list, "from": "0001-01-01"]
            output.prices = try await rows(of: products, ImportPrices.shape, given, in: model)
        }
        output.customers = try await rows(of: customers, ImportCustomers.shape, in: model)
        output.lines = try await readLines(in: model)
        output.orders = try await rows(of: orders, .orders, ["currency": currency], in: model)
        output.firstOrder =
            try await model.database.first(
                "select min(id) from sales.order where id > \(last)", as: Int?.self) ?? nil
        return output
    }

    /// Returns the id of the last order there is; 0 if there is none.
    private func lastOrder(in model: Model) async throws -> Order.ID {
        try await model.database.first("select coalesce(max(id), 0) from sales.order", as: Int.self) ?? 0
    }

    /// Returns the currency of the prices, which becomes the shop's own if that has none.
    private func settledCurrency(in model: Model) async throws -> String {
        let own = try await model.database.first("select currency from sales.shop", as: String?.self) ?? nil
        guard let currency = try PlainText.said(currency, as: "currency") ?? own else {
            throw ModelError.invalid("currency: is missing: the shop has none yet, and prices need one")
        }
        return own == nil ? try await model.call(SetCurrency(currency: currency)) : currency
    }

    /// Keeps the lines of the orders until these come, and returns their number. Orders are whole: one line
    /// that cannot be read is a fault of the file.
    private func readLines(in model: Model) async throws -> Int {
        guard let lines, let report = try await rows(of: lines, .orderLines, in: model) else { return 0 }
        guard report.rejected == 0 else {
            throw ModelError.invalid(
                "\(lines.name): \(report.rejected) of \(report.lines) lines cannot be read: a number is none, or "
                    + "the order is missing; nothing was imported")
        }
        return report.accepted
    }

    private func rows(
        of file: File?, _ shape: RowShape, _ given: [String: String] = [:], in model: Model
    ) async throws -> RowReport? {
        guard let file else { return nil }
        let rules = RowRules(decimal: decimal, given: given)
        return try await RowImport(model: model, file: file, shape: shape, rules: rules, encoding: nil).run()
    }
}

extension ImportShop.Output: OutcomeReport {
    /// The message if orders were given and none was accepted; nil otherwise.
    public var failure: String? { orders?.failure.map { "orders: \($0)" } }

    /// The rejected orders; nil if none was rejected.
    public var reasons: File? { orders?.reasons }

    /// The files of rejects of all parts of which nothing was rejected.
    public var emptyFiles: [File] { reports.flatMap(\.report.emptyFiles) }
}
